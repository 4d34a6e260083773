package asset2go.search;

import java.util.List;

/** What a search found, best first. */
public record SearchResult(String query, List<SearchHit> items) {}

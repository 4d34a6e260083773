package asset2go.importing;

import static asset2go.graph.Parameters.map;

import asset2go.graph.Transaction;
import asset2go.search.Folding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Locations by code or name, of one batch: in the company of the row, else in the standard one,
 * else wherever there is just one.
 */
final class Places {

  private record Place(String id, String companyId) {}

  private final Map<String, List<Place>> byCode = new HashMap<>();
  private final Map<String, List<Place>> byName = new HashMap<>();
  private final String standardCompany;

  private Places(String standardCompany) {
    this.standardCompany = standardCompany;
  }

  static Places resolve(Transaction tx, String standardCompany, Collection<String> texts) {
    Places found = new Places(standardCompany);
    Set<String> codes = new HashSet<>(texts);
    if (codes.isEmpty()) {
      return found;
    }
    tx.rows(
            """
            UNWIND $codes AS code
            MATCH (l:Location {code: code})
            RETURN code, l.id AS id, l.companyId AS companyId
            """,
            map("codes", codes))
        .forEach(
            row ->
                add(
                    found.byCode,
                    row.get("code").asString(),
                    row.get("id").asString(),
                    row.get("companyId").asString()));
    codes.removeAll(found.byCode.keySet());
    if (!codes.isEmpty()) {
      tx.rows(
              """
              UNWIND $keys AS key
              MATCH (l:Location)
              WHERE l.nameKey = key AND l.id IS NOT NULL
              RETURN key, l.id AS id, l.companyId AS companyId
              """,
              map("keys", codes.stream().map(Folding::fold).distinct().toList()))
          .forEach(
              row ->
                  add(
                      found.byName,
                      row.get("key").asString(),
                      row.get("id").asString(),
                      row.get("companyId").asString()));
    }
    return found;
  }

  private static void add(
      Map<String, List<Place>> places, String key, String id, String companyId) {
    places.computeIfAbsent(key, k -> new ArrayList<>()).add(new Place(id, companyId));
  }

  /**
   * The id of a location.
   *
   * @param companyId of the row, null where it names none
   * @throws BadCell where there is none, or more than one that could be meant
   */
  String find(@Nullable String companyId, String text) throws BadCell {
    List<Place> places = byCode.getOrDefault(text, List.of());
    if (places.isEmpty()) {
      places = byName.getOrDefault(Folding.fold(text), List.of());
    }
    for (String company : new String[] {companyId, standardCompany}) {
      List<Place> own = places.stream().filter(p -> p.companyId().equals(company)).toList();
      if (own.size() == 1) {
        return own.get(0).id();
      }
      if (own.size() > 1) {
        throw ambiguous();
      }
    }
    if (places.size() > 1) {
      throw ambiguous();
    }
    if (places.isEmpty()) {
      throw new BadCell("is no location. Import the locations first, or correct the code");
    }
    return places.get(0).id();
  }

  private static BadCell ambiguous() {
    return new BadCell("is the name of more than one location. Use the location's code");
  }
}

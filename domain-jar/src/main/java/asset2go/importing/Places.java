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

  /** All places that go by a text, as the memory keeps them. */
  private record Found(boolean byCode, List<Place> places) {}

  private final Map<String, List<Place>> byCode = new HashMap<>();
  private final Map<String, List<Place>> byName = new HashMap<>();
  private final String standardCompany;

  private Places(String standardCompany) {
    this.standardCompany = standardCompany;
  }

  static Places resolve(
      Transaction tx, Memory memory, String standardCompany, Collection<String> texts) {
    Places found = new Places(standardCompany);
    Set<String> codes = new HashSet<>(texts);
    memory
        .recall("Location", Found.class, texts)
        .forEach(
            (text, known) -> {
              found.of(known.byCode()).put(found.key(known.byCode(), text), known.places());
              codes.remove(text);
            });
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
    memory.learn(tx, "Location", found.all(texts));
    return found;
  }

  private Map<String, List<Place>> of(boolean code) {
    return code ? byCode : byName;
  }

  private String key(boolean code, String text) {
    return code ? text : Folding.fold(text);
  }

  private Map<String, Found> all(Collection<String> texts) {
    Map<String, Found> all = new HashMap<>();
    for (String text : texts) {
      for (boolean code : new boolean[] {false, true}) {
        List<Place> places = of(code).get(key(code, text));
        if (places != null) {
          all.put(text, new Found(code, places));
        }
      }
    }
    return all;
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

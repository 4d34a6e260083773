package asset2go.importing;

import static asset2go.graph.Parameters.map;

import asset2go.graph.Ids;
import asset2go.graph.Transaction;
import asset2go.page.Ref;
import asset2go.search.Folding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** People by mail address or name, of one batch; names that nobody has become new people. */
final class Holders {

  private final Map<String, List<Ref>> byKey = new HashMap<>();

  private Holders() {}

  static Holders resolve(Transaction tx, Scope scope, Collection<String> texts) {
    Holders found = new Holders();
    Map<String, String> wanted = new TreeMap<>();
    texts.forEach(text -> wanted.putIfAbsent(Folding.fold(text), text));
    if (wanted.isEmpty()) {
      return found;
    }
    tx.rows(
            """
            UNWIND $keys AS key
            MATCH (p:Person)
            WHERE (p.nameKey = key AND p.id IS NOT NULL)
               OR (key CONTAINS '@' AND p.searchText CONTAINS key AND toLower(p.email) = key)
            RETURN key, p.id AS id, p.name AS name
            """,
            map("keys", List.copyOf(wanted.keySet())))
        .forEach(
            row ->
                found
                    .byKey
                    .computeIfAbsent(row.get("key").asString(), k -> new ArrayList<>())
                    .add(new Ref(row.get("id").asString(), row.get("name").asString())));
    wanted.keySet().removeAll(found.byKey.keySet());
    if (!wanted.isEmpty() && scope.createMissing()) {
      found.create(tx, scope, wanted);
    }
    return found;
  }

  private void create(Transaction tx, Scope scope, Map<String, String> wanted) {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    wanted.forEach(
        (key, name) -> {
          String id = Ids.next();
          byKey.put(key, List.of(new Ref(id, name)));
          rows.add(
              map(
                  "id",
                  id,
                  "name",
                  name,
                  "nameKey",
                  key,
                  "email",
                  name.contains("@") ? name : null,
                  "searchText",
                  Folding.join(name, name.contains("@") ? name : null),
                  "version",
                  1L,
                  "createdAt",
                  scope.now()));
        });
    if (scope.write()) {
      tx.run(
          """
          UNWIND $rows AS row
          CREATE (p:Person)
          SET p = row
          """,
          map("rows", rows));
    }
  }

  /**
   * The person.
   *
   * @throws BadCell where there is none, or more than one of that name
   */
  Ref find(String text) throws BadCell {
    List<Ref> people = byKey.getOrDefault(Folding.fold(text), List.of());
    if (people.isEmpty()) {
      throw new BadCell("is nobody who is known");
    }
    if (people.size() > 1) {
      throw new BadCell("is the name of more than one person. Use the mail address");
    }
    return people.get(0);
  }
}

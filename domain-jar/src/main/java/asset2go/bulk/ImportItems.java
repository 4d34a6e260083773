package asset2go.bulk;

import static asset2go.graph.Parameters.map;

import asset2go.graph.Transaction;
import asset2go.importing.ImportKind;
import org.neo4j.driver.Value;

/**
 * What there is to take back of an import: what it made and changed, in an order in which it can
 * go. What it made and changed later goes as a whole.
 */
final class ImportItems {

  /** What is done with something that the import made: it goes. */
  static final String MADE = "UNCREATE";

  /**
   * What was put into something comes out first. Then what was made, what stands inside something
   * before that; then the other changes, the last one first, so that what they need again, such as
   * a unique value, is free.
   */
  private static final String ASSETS =
      """
      MATCH (r:ImportRun {id: $import})-[e:CREATED|UPDATED]->(a)
      WHERE type(e) = 'CREATED' OR NOT EXISTS { (r)-[:CREATED]->(a) }
      WITH e, a, CASE type(e) WHEN 'CREATED'
             THEN size([(a)-[:CONTAINED_IN*1..20]->(o) | 1])
             ELSE CASE WHEN e.after CONTAINS '"containerId":"' THEN 100 ELSE -1 END END AS depth
      ORDER BY depth DESC, coalesce(e.seq, 0) DESC, a.id DESC
      WITH collect({assetId: a.id, subjectId: a.id, tag: a.tag, name: a.name, eventSeq: coalesce(e.seq, 0),
                    action: CASE type(e) WHEN 'CREATED' THEN 'UNCREATE'
                                         ELSE 'UNCHANGE' END}) AS found
      """;

  /**
   * What was moved goes back first, the last batch before those before it: so what was made is
   * empty when its turn comes. Within a batch those go first that stood further up, so that nothing
   * comes to stand within itself on the way.
   */
  private static final String LOCATIONS =
      """
      MATCH (r:ImportRun {id: $import})-[e:CREATED|UPDATED]->(l)
      WHERE type(e) = 'CREATED' OR NOT EXISTS { (r)-[:CREATED]->(l) }
      WITH e, l, CASE type(e) WHEN 'CREATED'
             THEN -size([(l)-[:WITHIN*1..30]->(o) | 1]) ELSE coalesce(e.depth, 0) END AS turn
      ORDER BY type(e) DESC, e.at DESC, turn, l.id DESC
      WITH collect({subject: 'LOCATION', subjectId: l.id, tag: l.code, name: l.name,
                    eventSeq: coalesce(e.seq, 0), moved: coalesce(e.moved, false),
                    action: CASE type(e) WHEN 'CREATED' THEN 'UNCREATE'
                                         ELSE 'UNCHANGE' END}) AS found
      """;

  private static final String DEPENDENCIES =
      """
      MATCH (r:ImportRun {id: $import})-[e:LINKED]->(a)
      OPTIONAL MATCH (b:Asset {id: e.needed})
      WITH e, a, b ORDER BY a.tag, a.id, b.tag, e.needed, e.kind
      WITH collect({subject: 'DEPENDENCY', subjectId: a.id, tag: a.tag,
                    name: e.kind + ' ' + coalesce(b.tag, '?'), neededId: e.needed,
                    dependency: e.kind, expected: e.after, wanted: e.before,
                    action: CASE WHEN e.before IS NULL THEN 'UNCREATE'
                                 ELSE 'UNCHANGE' END}) AS found
      """;

  /** Changes first; then what was made, what stands around something before that. */
  private static final String KITS =
      """
      MATCH (r:ImportRun {id: $import})-[e:CREATED|UPDATED]->(k)
      WHERE type(e) = 'CREATED' OR NOT EXISTS { (r)-[:CREATED]->(k) }
      WITH e, k, reduce(far = 0, n IN [p = (k)<-[:NEEDS|ACCEPTS*1..10]-(:Kit) | length(p)] |
                        CASE WHEN n > far THEN n ELSE far END) AS above
      ORDER BY type(e) DESC, e.at DESC, above, k.id DESC
      WITH collect({subject: 'KIT', subjectId: k.id, name: k.name, eventSeq: coalesce(e.seq, 0),
                    action: CASE type(e) WHEN 'CREATED' THEN 'UNCREATE'
                                         ELSE 'UNCHANGE' END}) AS found
      """;

  private ImportItems() {}

  /** Notes them for a run; how many there are. */
  static long note(Transaction tx, String runId, String importId) {
    ImportKind kind =
        tx.one("MATCH (r:ImportRun {id: $id}) RETURN r.kind AS kind", map("id", importId))
            .map(row -> ImportKind.valueOf(row.get("kind").asString()))
            .orElse(ImportKind.ASSETS);
    String found =
        switch (kind) {
          case ASSETS -> ASSETS;
          case LOCATIONS -> LOCATIONS;
          case DEPENDENCIES -> DEPENDENCIES;
          case KITS -> KITS;
        };
    return tx.one(
            found
                + """
                UNWIND range(0, size(found) - 1) AS n
                WITH found[n] AS one, n
                CREATE (i:BulkItem {runId: $run, seq: n + 1})
                SET i += one
                RETURN count(*) AS total
                """,
            map("run", runId, "import", importId))
        .map(row -> row.get("total").asLong())
        .orElse(0L);
  }

  /** Whether the import made this, rather than change it. */
  static boolean isMade(Value item) {
    return item.get("action").asString("").equals(MADE);
  }
}

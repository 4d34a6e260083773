package asset2go.bench;

import asset2go.running.RunningSystem;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.TransactionContext;

/**
 * Writes what an import of assets writes, without reading a file, without rules and without
 * hashing: the statements are those of the importer, the rows are made before the clock starts.
 */
final class RawWriter implements AutoCloseable {

  private static final int BATCH = 1_000;

  private final Driver driver;
  private final SessionConfig database;

  private RawWriter(Driver driver, SessionConfig database) {
    this.driver = driver;
    this.database = database;
  }

  static RawWriter into(RunningSystem system) {
    return new RawWriter(
        GraphDatabase.driver(
            system.setting("NEO4J_URI"),
            AuthTokens.basic(system.setting("NEO4J_USER"), system.setting("NEO4J_PASSWORD"))),
        SessionConfig.forDatabase(system.setting("NEO4J_DATABASE")));
  }

  /** Writes so many assets; says how many a second. */
  double write(String word, int rows) {
    try (Session session = driver.session(database)) {
      Map<String, Object> company =
          session.run("MATCH (c:Company) RETURN c.id AS id LIMIT 1").single().asMap();
      List<String> places = ids(session, "Location");
      List<String> models = ids(session, "AssetModel");
      String run = "raw-" + word;
      session.run("CREATE (:ImportRun {id: $id})", Map.of("id", run)).consume();
      List<List<Map<String, Object>>> batches = new ArrayList<>();
      for (int from = 0; from < rows; from += BATCH) {
        batches.add(
            batch(
                word,
                from,
                Math.min(rows, from + BATCH),
                String.valueOf(company.get("id")),
                places,
                models));
      }
      long start = System.nanoTime();
      for (List<Map<String, Object>> batch : batches) {
        session.executeWriteWithoutResult(tx -> write(tx, run, batch));
      }
      return rows / ((System.nanoTime() - start) / 1e9);
    }
  }

  private static List<String> ids(Session session, String label) {
    return session
        .run("MATCH (n:" + label + ") RETURN n.id AS id")
        .list(row -> row.get(0).asString());
  }

  private static void write(TransactionContext tx, String run, List<Map<String, Object>> batch) {
    Map<String, Object> parameters =
        Map.of("rows", batch, "runId", run, "now", ZonedDateTime.now(ZoneOffset.UTC));
    tx.run(
            """
            MATCH (r:ImportRun {id: $runId})
            UNWIND $rows AS row
            CREATE (a:Asset)
            SET a = row.asset
            CREATE (r)-[:CREATED]->(a)
            CREATE (e:Event)
            SET e = row.event
            CREATE (e)-[:OF]->(a)
            """,
            parameters)
        .consume();
    tx.run(
            """
            UNWIND $rows AS row
            MATCH (a:Asset {id: row.id}), (m:AssetModel {id: row.model})
            CREATE (a)-[:OF_MODEL]->(m)
            """,
            parameters)
        .consume();
    tx.run(
            """
            UNWIND $rows AS row
            MATCH (a:Asset {id: row.id}), (l:Location {id: row.place})
            CREATE (a)-[:LOCATED_AT]->(l)
            CREATE (p:Placement {id: row.placement, subjectId: row.id, from: $now})
            CREATE (p)-[:OF]->(a)
            CREATE (p)-[:IN]->(l)
            """,
            parameters)
        .consume();
    tx.run(
            "MATCH (r:ImportRun {id: $runId}) SET r.processed = coalesce(r.processed, 0) + 1",
            parameters)
        .consume();
  }

  private static List<Map<String, Object>> batch(
      String word, int from, int to, String company, List<String> places, List<String> models) {
    List<Map<String, Object>> rows = new ArrayList<>();
    ZonedDateTime now = ZonedDateTime.now(ZoneOffset.UTC);
    for (int i = from; i < to; i++) {
      String id = UUID.randomUUID().toString();
      String place = places.get(i % places.size());
      String model = models.get(i % models.size());
      rows.add(
          Map.of(
              "id",
              id,
              "model",
              model,
              "place",
              place,
              "placement",
              UUID.randomUUID().toString(),
              "asset",
              asset(word, i, id, company, place, model, now),
              "event",
              event(id, word, i, company, now)));
    }
    return rows;
  }

  private static Map<String, Object> asset(
      String word,
      int i,
      String id,
      String company,
      String place,
      String model,
      ZonedDateTime now) {
    Map<String, Object> asset = new HashMap<>();
    asset.put("id", id);
    asset.put("tag", word + "-" + i);
    asset.put("name", "Two-way radio " + i);
    asset.put("serial", "SN" + word + (1_000_000 + i));
    asset.put("status", "AVAILABLE");
    asset.put("companyId", company);
    asset.put("modelId", model);
    asset.put("purchaseDate", LocalDate.of(2026, 1, 10 + i % 20));
    asset.put("price", 100 + i % 900 + ".50");
    asset.put("currency", "EUR");
    asset.put("notes", "Bought for the northern sites");
    asset.put("createdAt", now);
    asset.put("updatedAt", now);
    asset.put("version", 1L);
    asset.put("rootLocationId", place);
    asset.put(
        "searchText",
        "%s-%d two-way radio %d sn%s%d model maker"
            .formatted(word.toLowerCase(Locale.ROOT), i, i, word, 1_000_000 + i));
    asset.put("eventSeq", 1L);
    asset.put("eventHash", "0".repeat(64));
    return asset;
  }

  private static Map<String, Object> event(
      String id, String word, int i, String actor, ZonedDateTime now) {
    String changes =
        """
        [["tag",null,"%s-%d"],["name",null,"Two-way radio %d"],["serial",null,"SN%s%d"],\
        ["status",null,"AVAILABLE"],["companyId",null,"%s"],["modelId",null,"%s"],\
        ["locationId",null,"%s"],["purchase.date",null,"2026-01-10"],\
        ["purchase.price",null,"100.50"],["purchase.currency",null,"EUR"],\
        ["notes",null,"Bought for the northern sites"]]"""
            .formatted(word, i, i, word, 1_000_000 + i, actor, id, id);
    Map<String, Object> event = new HashMap<>();
    event.put("id", UUID.randomUUID().toString());
    event.put("subjectId", id);
    event.put("seq", 1L);
    event.put("kind", "CREATED");
    event.put("at", now);
    event.put("actorId", actor);
    event.put("actorName", "Administrator");
    event.put("requestId", "raw");
    event.put("changes", changes);
    event.put("hash", "0".repeat(64));
    return event;
  }

  @Override
  public void close() {
    driver.close();
  }
}

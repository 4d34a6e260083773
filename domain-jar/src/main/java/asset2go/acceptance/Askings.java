package asset2go.acceptance;

import static asset2go.graph.Parameters.map;

import asset2go.asset.Handing;
import asset2go.asset.Holder;
import asset2go.asset.Plan;
import asset2go.graph.Ids;
import asset2go.graph.Transaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Asks for acceptances where something is handed to a person, in the same transaction. It is handed
 * out all the same, and marked as waiting: the thing is in their hands, whatever the book says.
 */
public final class Askings {

  private Askings() {}

  /** What is asked of one person under one edition of terms. */
  private record Asked(String personId, String termsId) {}

  /** Asks for what the custodies that have just begun need: once for each terms of a basket. */
  public static void ask(Transaction tx, List<Plan> plans, Instant now) {
    Map<String, Handing> toPeople = new LinkedHashMap<>();
    for (Plan plan : plans) {
      Handing handing = plan.begins();
      if (handing != null && handing.to().kind() == Holder.Kind.PERSON) {
        toPeople.put(plan.asset().id(), handing);
      }
    }
    if (toPeople.isEmpty()) {
      return;
    }
    Map<Asked, List<String>> custodies = new LinkedHashMap<>();
    terms(tx, toPeople.keySet().stream().toList())
        .forEach(
            (assetId, termsId) -> {
              Handing handing = Objects.requireNonNull(toPeople.get(assetId));
              custodies
                  .computeIfAbsent(new Asked(handing.to().id(), termsId), a -> new ArrayList<>())
                  .add(handing.custodyId());
            });
    if (!custodies.isEmpty()) {
      write(tx, custodies, now);
    }
  }

  /** The terms that go with each asset: the nearest of its model and the categories above. */
  private static Map<String, String> terms(Transaction tx, List<String> assetIds) {
    Map<String, String> terms = new LinkedHashMap<>();
    tx.rows(
            """
            UNWIND $assets AS asset
            MATCH (:Asset {id: asset})-[:OF_MODEL]->(m:AssetModel)
            MATCH path = (m)-[:IN_CATEGORY|SUBCATEGORY_OF*0..31]->()<-[:FOR]-(t:Terms)
            WHERE t.current = true
            WITH asset, t, length(path) AS distance
            ORDER BY distance
            RETURN asset, collect(t.id)[0] AS terms
            """,
            map("assets", assetIds))
        .forEach(row -> terms.put(row.get("asset").asString(), row.get("terms").asString()));
    return terms;
  }

  private static void write(Transaction tx, Map<Asked, List<String>> custodies, Instant now) {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    custodies.forEach(
        (asked, some) ->
            rows.add(
                map(
                    "id",
                    Ids.next(),
                    "person",
                    asked.personId(),
                    "terms",
                    asked.termsId(),
                    "custodies",
                    some)));
    tx.run(
        """
        UNWIND $rows AS row
        MATCH (p:Person {id: row.person}), (t:Terms {id: row.terms})
        CREATE (x:Acceptance {id: row.id, personId: p.id, state: 'WAITING', askedAt: $now})
        CREATE (x)-[:ASKED_OF]->(p)
        CREATE (x)-[:ACCEPTS]->(t)
        WITH x, row
        UNWIND row.custodies AS custody
        MATCH (c:Custody {id: custody})
        CREATE (c)-[:SIGNED]->(x)
        """,
        map("rows", rows, "now", now));
  }

  /** What has all come back need not be signed any more. */
  public static void lapse(Transaction tx, List<Plan> ended, Instant now) {
    tx.run(
        """
        UNWIND $assets AS asset
        MATCH (c:Custody)
        WHERE c.assetId = asset AND c.id < '~' AND c.to = $now
        MATCH (c)-[:SIGNED]->(x:Acceptance)
        WHERE x.state = 'WAITING' AND NOT EXISTS {
          MATCH (x)<-[:SIGNED]-(open:Custody) WHERE open.to IS NULL
        }
        SET x.state = 'LAPSED'
        """,
        map("assets", ended.stream().map(plan -> plan.asset().id()).toList(), "now", now));
  }
}

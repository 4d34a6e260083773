package asset2go.asset;

import static asset2go.graph.Parameters.map;

import asset2go.graph.Transaction;
import asset2go.graph.Values;
import asset2go.placement.Stays;
import asset2go.problem.DomainError;
import asset2go.problem.Fault;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/**
 * Where assets stand, now and before: at a location or in another asset, never both. Callers have
 * taken {@link asset2go.graph.TreeLock#CONTAINMENT} of the company.
 */
final class Placements {

  /** How deep assets may stand inside one another. */
  static final int MAX_DEPTH = 20;

  private Placements() {}

  /** Puts an asset somewhere, or nowhere, and carries what it contains along. */
  static void put(
      Transaction tx,
      String assetId,
      String companyId,
      @Nullable String locationId,
      @Nullable String containerId,
      Instant now) {
    if (locationId != null && containerId != null) {
      throw new DomainError.Invalid(
          "containerId", "an asset stands at a location or in a container, not both");
    }
    String root = containerId == null ? locationId : rootOf(tx, assetId, companyId, containerId);
    if (locationId != null) {
      requireLocation(tx, locationId);
    }
    Instant from = leave(tx, assetId, now);
    if (locationId != null) {
      enter(tx, assetId, "LOCATED_AT", "Location", locationId, from);
    } else if (containerId != null) {
      enter(tx, assetId, "CONTAINED_IN", "Asset", containerId, from);
    }
    tx.run(
        """
        MATCH (a:Asset {id: $id})<-[:CONTAINED_IN*0..%d]-(inside:Asset)
        SET inside.rootLocationId = $root
        """
            .formatted(MAX_DEPTH),
        map("id", assetId, "root", root));
  }

  private static void requireLocation(Transaction tx, String locationId) {
    if (tx.one("MATCH (l:Location {id: $id}) RETURN l.id", Map.of("id", locationId)).isEmpty()) {
      throw new DomainError.Invalid(
          "locationId", Fault.UNKNOWN, "there is no location " + locationId);
    }
  }

  private static @Nullable String rootOf(
      Transaction tx, String assetId, String companyId, String containerId) {
    Record container =
        tx.one(
                """
                MATCH (c:Asset {id: $container})
                SET c.touched = true
                RETURN c.companyId AS companyId, c.rootLocationId AS root,
                       EXISTS { (c)-[:CONTAINED_IN*0..%1$d]->({id: $id}) } AS cycle,
                       coalesce(COLLECT {
                         MATCH up = (c)-[:CONTAINED_IN*0..%1$d]->() RETURN max(length(up))
                       }[0], 0)
                       + coalesce(COLLECT {
                         MATCH down = (:Asset {id: $id})<-[:CONTAINED_IN*0..%1$d]-()
                         RETURN max(length(down))
                       }[0], 0) >= %1$d AS tooDeep
                """
                    .formatted(MAX_DEPTH),
                Map.of("container", containerId, "id", assetId))
            .orElseThrow(
                () ->
                    new DomainError.Invalid(
                        "containerId", Fault.UNKNOWN, "there is no asset " + containerId));
    if (!container.get("companyId").asString().equals(companyId)) {
      throw new DomainError.Invalid(
          "containerId", Fault.OTHER_COMPANY, "belongs to another company");
    }
    if (container.get("cycle").asBoolean()) {
      throw new DomainError.Conflict(
          "containerId", Fault.CYCLE, "an asset cannot stand inside itself");
    }
    if (container.get("tooDeep").asBoolean()) {
      throw new DomainError.Conflict(
          "containerId", "assets can stand inside one another " + MAX_DEPTH + " deep at most");
    }
    return Values.text(container.get("root"));
  }

  /** From when it may stand elsewhere. */
  private static Instant leave(Transaction tx, String assetId, Instant now) {
    tx.run(
        "MATCH (:Asset {id: $id})-[old:LOCATED_AT|CONTAINED_IN]->() DELETE old",
        Map.of("id", assetId));
    return Stays.end(tx, "Asset", assetId, now);
  }

  private static void enter(
      Transaction tx, String assetId, String edge, String label, String placeId, Instant from) {
    tx.run(
        """
        MATCH (a:Asset {id: $id}), (place:%s {id: $placeId})
        CREATE (a)-[:%s]->(place)
        """
            .formatted(label, edge),
        map("id", assetId, "placeId", placeId));
    Stays.begin(tx, "Asset", assetId, label, placeId, from);
  }
}

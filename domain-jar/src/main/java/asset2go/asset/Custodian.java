package asset2go.asset;

import static asset2go.graph.Parameters.map;

import asset2go.graph.Transaction;
import asset2go.graph.TreeLock;
import asset2go.graph.Values;
import asset2go.identity.Actor;
import asset2go.problem.DomainError;
import asset2go.problem.Fault;
import asset2go.right.Rights;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/**
 * Who or what is to take something. Locked before the assets that it takes, so that it can neither
 * leave nor be dissolved meanwhile, and two baskets never wait for each other.
 *
 * @param holder with its name
 * @param leftAt since when a person is no longer with us
 * @param within the assets asked for that it is itself in or with: it cannot hold those
 */
public record Custodian(Holder holder, @Nullable Instant leftAt, Set<String> within) {

  private static final int MAX_DEPTH = 20;

  /**
   * Locks it; nothing where there is no such thing.
   *
   * @param assetIds what it is to take
   */
  public static Optional<Custodian> lock(
      Transaction tx, Holder asked, Collection<String> assetIds, String field) {
    require(asked, field);
    if (asked.kind() == Holder.Kind.ASSET) {
      TreeLock.CONTAINMENT.take(tx, TreeLock.ALL_COMPANIES);
    }
    tx.run(
        "MATCH (h:%s {id: $id}) SET h.touched = true".formatted(label(asked.kind())),
        Map.of("id", asked.id()));
    return read(tx, asked, assetIds);
  }

  /** Refuses a place or an asset that the actor does not see, in the words for an unknown one. */
  public static void requireSeen(Transaction tx, Actor actor, Holder asked, String field) {
    require(asked, field);
    Rights.requireSeen(tx, actor, label(asked.kind()), asked.id(), field + ".id");
  }

  private static Optional<Custodian> read(
      Transaction tx, Holder asked, Collection<String> assetIds) {
    return tx.one(
            "MATCH (h:%s {id: $id}) RETURN h.name AS name, h.leftAt AS leftAt"
                .formatted(label(asked.kind())),
            Map.of("id", asked.id()))
        .map(row -> of(row, asked, within(tx, asked, assetIds)));
  }

  private static Custodian of(Record row, Holder asked, Set<String> within) {
    Holder holder = new Holder(asked.kind(), asked.id(), row.get("name").asString());
    return new Custodian(holder, Values.instantOrNull(row.get("leftAt")), within);
  }

  private static Set<String> within(Transaction tx, Holder asked, Collection<String> assetIds) {
    return asked.kind() != Holder.Kind.ASSET
        ? Set.of()
        : Set.copyOf(
            tx.list(
                """
                MATCH (:Asset {id: $id})-[:HELD_BY|CONTAINED_IN*0..%d]->(a:Asset)
                WHERE a.id IN $assets
                RETURN DISTINCT a.id AS id
                """
                    .formatted(MAX_DEPTH),
                map("id", asked.id(), "assets", assetIds),
                row -> row.get("id").asString()));
  }

  private static void require(Holder asked, String field) {
    if (asked.kind() == null) {
      throw new DomainError.Invalid(field + ".kind", Fault.REQUIRED, "must say what takes it");
    }
    if (asked.id() == null || asked.id().isBlank()) {
      throw new DomainError.Invalid(field + ".id", Fault.REQUIRED, "must say who takes it");
    }
  }

  /** What to say where there is none. */
  public static DomainError.Invalid unknown(Holder asked, String field) {
    String kind = asked.kind().name().toLowerCase(Locale.ROOT);
    return new DomainError.Invalid(
        field + ".id", Fault.UNKNOWN, "there is no " + kind + " " + asked.id());
  }

  /** Refuses who is no longer with us. */
  public void checkPresent(String field) {
    if (leftAt != null) {
      throw new DomainError.Conflict(
          field + ".id", Fault.LEFT, holder.name() + " has left: nothing can be handed to them");
    }
  }

  /** Refuses what it cannot take, whatever the life cycle says. */
  public void check(String assetId, String field) {
    checkPresent(field);
    if (within.contains(assetId)) {
      throw new DomainError.Invalid(field + ".id", Fault.CYCLE, "an asset cannot hold itself");
    }
  }

  static String label(Holder.Kind kind) {
    return switch (kind) {
      case PERSON -> "Person";
      case TEAM -> "Team";
      case LOCATION -> "Location";
      case ASSET -> "Asset";
    };
  }
}

package asset2go.acceptance;

import static asset2go.graph.Values.instant;
import static asset2go.graph.Values.instantOrNull;
import static asset2go.graph.Values.requireRef;
import static asset2go.graph.Values.text;

import asset2go.asset.AssetRef;
import asset2go.asset.AssetView;
import asset2go.graph.Transaction;
import asset2go.identity.Actor;
import asset2go.page.Ref;
import asset2go.problem.DomainError;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** Reads acceptances as the API shows them. */
final class AcceptanceView {

  private static final String COLUMNS =
      """
      x{.id, .state, .askedAt, .signedAt, .byId, .byName, .document} AS acceptance,
      [(x)-[:ASKED_OF]->(p) | p{.id, .name}][0] AS person,
      [(x)-[:ACCEPTS]->(t) | t{.*}][0] AS terms,
      [(x)-[:ACCEPTS]->()-[:FOR]->(s) | s{.id, .name}][0] AS subject,
      COUNT { (x)<-[:SIGNED]-(:Custody)-[:OF]->() } AS total,
      COLLECT { MATCH (x)<-[:SIGNED]-(:Custody)-[:OF]->(a) WHERE %s
                RETURN a{.id, .tag, .name, .status} ORDER BY a.tag } AS assets
      """;

  private AcceptanceView() {}

  /**
   * What to return for an acceptance that is bound to {@code x}. Who was asked sees all that it is
   * about, wherever that is by now; others see of it what they may.
   */
  static String columns(Actor actor) {
    return COLUMNS.formatted(asset(actor));
  }

  /** Cypher that is true of an acceptance that somebody may see. */
  static String seen(Actor actor) {
    return actor.scope().isEverything()
        ? "true"
        : "(x.personId = $scopeSelf OR EXISTS { MATCH (x)<-[:SIGNED]-()-[:OF]->(a) WHERE %s })"
            .formatted(actor.scope().asset("a"));
  }

  private static String asset(Actor actor) {
    return actor.scope().isEverything()
        ? "true"
        : "(x.personId = $scopeSelf OR %s)".formatted(actor.scope().asset("a"));
  }

  /** One with all there is, for rules and documents. */
  static Acceptance whole(Transaction tx, String id) {
    return one(tx, Actor.system(id), id);
  }

  /** One as somebody sees it. */
  static Acceptance one(Transaction tx, Actor actor, String id) {
    return tx.one(
            """
            MATCH (x:Acceptance {id: $id})
            WHERE %s
            RETURN x{.name, .path, .width, .height} AS strokes, %s
            """
                .formatted(seen(actor), columns(actor)),
            actor.scope().with("id", id, "scopeSelf", actor.id()))
        .map(row -> of(row, signature(row.get("strokes"))))
        .orElseThrow(() -> new DomainError.NotFound("acceptance", id));
  }

  /** One row of a list, without the strokes. */
  static Acceptance of(Record row) {
    return of(row, null);
  }

  private static Acceptance of(Record row, @Nullable Signature signature) {
    Value x = row.get("acceptance");
    return new Acceptance(
        x.get("id").asString(),
        Acceptance.State.valueOf(x.get("state").asString()),
        requireRef(row.get("person")),
        TermsView.of(row),
        assets(row),
        instant(x.get("askedAt")),
        instantOrNull(x.get("signedAt")),
        signature,
        text(x.get("byId")) == null
            ? null
            : new Ref(x.get("byId").asString(), x.get("byName").asString()),
        // The document tells of all of it.
        !x.get("document").isNull() && row.get("total").asInt() == assets(row).size());
  }

  private static List<AssetRef> assets(Record row) {
    return row.get("assets").asList(AssetView::assetRef);
  }

  private static @Nullable Signature signature(Value x) {
    return x.get("path").isNull()
        ? null
        : new Signature(
            x.get("name").asString(),
            x.get("path").asString(),
            x.get("width").asInt(),
            x.get("height").asInt());
  }
}

package asset2go.acceptance;

import static asset2go.graph.Values.instant;
import static asset2go.graph.Values.instantOrNull;
import static asset2go.graph.Values.requireRef;
import static asset2go.graph.Values.text;

import asset2go.asset.AssetRef;
import asset2go.asset.AssetView;
import asset2go.graph.Transaction;
import asset2go.page.Ref;
import asset2go.problem.DomainError;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** Reads acceptances as the API shows them. */
final class AcceptanceView {

  /** What to return for an acceptance that is bound to {@code x}. */
  static final String COLUMNS =
      """
      x{.id, .state, .askedAt, .signedAt, .byId, .byName, .document} AS acceptance,
      [(x)-[:ASKED_OF]->(p) | p{.id, .name}][0] AS person,
      [(x)-[:ACCEPTS]->(t) | t{.*}][0] AS terms,
      [(x)-[:ACCEPTS]->()-[:FOR]->(s) | s{.id, .name}][0] AS subject,
      COLLECT { MATCH (x)<-[:SIGNED]-(:Custody)-[:OF]->(a)
                RETURN a{.id, .tag, .name, .status} ORDER BY a.tag } AS assets
      """;

  private AcceptanceView() {}

  static Acceptance one(Transaction tx, String id) {
    return tx.one(
            """
            MATCH (x:Acceptance {id: $id})
            RETURN x{.name, .path, .width, .height} AS strokes, %s
            """
                .formatted(COLUMNS),
            Map.of("id", id))
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
        !x.get("document").isNull());
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

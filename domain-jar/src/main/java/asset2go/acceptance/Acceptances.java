package asset2go.acceptance;

import static asset2go.graph.Parameters.map;

import asset2go.asset.AssetEvent.Change;
import asset2go.asset.AssetRef;
import asset2go.event.Events;
import asset2go.files.Files;
import asset2go.graph.Graph;
import asset2go.graph.Keyset;
import asset2go.graph.Limits;
import asset2go.graph.Transaction;
import asset2go.identity.Actor;
import asset2go.identity.Duty;
import asset2go.outbox.Job;
import asset2go.outbox.Outbox;
import asset2go.page.Page;
import asset2go.problem.DomainError;
import asset2go.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/** Who was asked to accept which terms, and signatures. */
@ApplicationScoped
public class Acceptances {

  private @Inject Graph graph;
  private @Inject Events events;
  private @Inject Outbox outbox;
  private @Inject Files files;

  /** Those in a state, or asked of somebody, the newest first. */
  public Page<Acceptance> list(
      Actor actor,
      @Nullable String state,
      @Nullable String person,
      @Nullable Integer limit,
      @Nullable String after) {
    int most = Limits.page(limit);
    String condition =
        (said(state) ? " AND x.state = $state" : "")
            + (said(person) ? " AND x.personId = $person" : "");
    Map<String, @Nullable Object> parameters =
        actor
            .scope()
            .with(
                "scopeSelf",
                actor.id(),
                "before",
                after == null ? "~" : Keyset.parse(after).id(),
                "limit",
                most + 1,
                "state",
                state(state),
                "person",
                person);
    List<Record> rows =
        graph.read(
            tx ->
                tx.rows(
                    """
                    MATCH (x:Acceptance)
                    WHERE x.id < $before%s AND %s
                    WITH x ORDER BY x.id DESC LIMIT $limit
                    RETURN %s
                    """
                        .formatted(
                            condition, AcceptanceView.seen(actor), AcceptanceView.columns(actor)),
                    parameters));
    List<Acceptance> items = rows.stream().limit(most).map(AcceptanceView::of).toList();
    String last = items.isEmpty() ? "" : items.get(items.size() - 1).id();
    return new Page<>(items, rows.size() > most ? new Keyset(last, last).cursor() : null, null);
  }

  private static Acceptance.@Nullable State state(@Nullable String word) {
    if (!said(word)) {
      return null;
    }
    for (Acceptance.State state : Acceptance.State.values()) {
      if (state.name().toLowerCase(Locale.ROOT).equals(word)) {
        return state;
      }
    }
    throw new DomainError.Malformed("state", "must be waiting, signed or lapsed");
  }

  private static boolean said(@Nullable String text) {
    return text != null && !text.isBlank();
  }

  public Acceptance get(Actor actor, String id) {
    return graph.read(tx -> AcceptanceView.one(tx, actor, id));
  }

  /** Signs. Each asset's history tells of it, and a worker writes the document. */
  public Acceptance sign(Actor actor, String id, Signature signature) {
    Instant now = Instant.now();
    return graph.write(tx -> sign(tx, actor, id, signature, now));
  }

  private Acceptance sign(
      Transaction tx, Actor actor, String id, Signature signature, Instant now) {
    AcceptanceView.one(tx, actor, id);
    List<String> assetIds = lock(tx, id);
    Acceptance asked = AcceptanceView.whole(tx, id);
    if (!actor.id().equals(asked.person().id()) && !handles(tx, actor, assetIds)) {
      throw new DomainError.Forbidden("Somebody else was asked to sign this.");
    }
    if (asked.state() != Acceptance.State.WAITING) {
      throw new DomainError.Conflict(
          asked.state() == Acceptance.State.SIGNED
              ? "This is signed already."
              : "Everything came back: there is nothing to sign any more.");
    }
    Strokes.check(signature);
    tx.run(
        """
        MATCH (x:Acceptance {id: $id})
        SET x.state = 'SIGNED', x.signedAt = $now, x.name = $name, x.path = $path,
            x.width = $width, x.height = $height, x.byId = $actorId, x.byName = $actorName
        """,
        map(
            "id", id,
            "now", now,
            "name", signature.name().strip(),
            "path", signature.path(),
            "width", signature.width(),
            "height", signature.height(),
            "actorId", actor.id(),
            "actorName", actor.name()));
    tell(tx, actor, asked, assetIds, signature, now);
    String payload = Json.createObjectBuilder().add("acceptanceId", id).build().toString();
    outbox.append(tx, new Job(Documents.KIND, payload, actor.requestId()));
    return AcceptanceView.one(tx, actor, id);
  }

  /** Whether somebody hands out all of these. */
  private static boolean handles(Transaction tx, Actor actor, List<String> assetIds) {
    Map<String, Actor> here = Rights.over(tx, actor, assetIds, Duty.HANDLE.roles());
    return actor.holds(Duty.HANDLE.roles())
        || !assetIds.isEmpty()
            && assetIds.stream()
                .allMatch(id -> here.containsKey(id) && here.get(id).holds(Duty.HANDLE.roles()));
  }

  /** Locks the assets in the order of their ids, as everybody does, and then the acceptance. */
  private static List<String> lock(Transaction tx, String id) {
    List<String> ids =
        AcceptanceView.whole(tx, id).assets().stream().map(AssetRef::id).sorted().toList();
    List<String> there =
        tx.list(
            """
            UNWIND $ids AS id
            MATCH (a:Asset {id: id})
            SET a.touched = true
            RETURN id
            """,
            map("ids", ids),
            row -> row.get("id").asString());
    tx.run("MATCH (x:Acceptance {id: $id}) SET x.touched = true", Map.of("id", id));
    return there;
  }

  private void tell(
      Transaction tx,
      Actor actor,
      Acceptance asked,
      List<String> assetIds,
      Signature signature,
      Instant now) {
    List<Change> changes =
        List.of(
            new Change("terms", null, asked.terms().title() + " (" + asked.terms().edition() + ")"),
            new Change("termsHash", null, asked.terms().hash()),
            new Change("signedBy", null, signature.name().strip()));
    events.appendAll(
        tx,
        "Asset",
        actor,
        now,
        assetIds.stream().map(asset -> new Events.Entry(asset, "ACCEPTED", changes)).toList());
  }

  /**
   * Opens the document; the caller closes it.
   *
   * @throws DomainError.NotFound while it is not written yet
   */
  public InputStream document(Actor actor, String id) {
    Acceptance acceptance = get(actor, id);
    if (!acceptance.pdf()) {
      throw new DomainError.NotFound("document of acceptance", id);
    }
    return files.get(Documents.object(id));
  }
}

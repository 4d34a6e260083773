package asset2go.maintenance;

import static asset2go.graph.Parameters.map;
import static asset2go.graph.Values.instant;
import static asset2go.graph.Values.instantOrNull;
import static asset2go.graph.Values.ref;
import static asset2go.graph.Values.text;

import asset2go.asset.Asset;
import asset2go.asset.AssetEvent.Change;
import asset2go.asset.AssetView;
import asset2go.asset.Steps;
import asset2go.document.FaultPhotos;
import asset2go.event.Events;
import asset2go.graph.Graph;
import asset2go.graph.Ids;
import asset2go.graph.Slice;
import asset2go.graph.Transaction;
import asset2go.identity.Actor;
import asset2go.identity.Duty;
import asset2go.identity.RoleName;
import asset2go.page.Page;
import asset2go.page.Ref;
import asset2go.problem.DomainError;
import asset2go.right.Rights;
import asset2go.right.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** What people report who see that something is broken; whoever works on the asset decides. */
@ApplicationScoped
public class FaultReports {

  /** More than this about one asset that nobody has looked at add nothing. */
  private static final int UNREAD = 10;

  /** For so long may who reported add photos. */
  private static final Duration FOR_PHOTOS = Duration.ofHours(1);

  private static final SecureRandom RANDOM = new SecureRandom();

  private static final String COLUMNS =
      """
      r{.*} AS report, a{.id, .tag, .name, .status} AS asset,
      [(r)-[:LED_TO]->(w) | w{.id, name: w.number}][0] AS order
      """;

  private @Inject Graph graph;
  private @Inject Steps steps;
  private @Inject WorkOrderBook book;
  private @Inject Events events;

  /**
   * Takes a report. Whether there is such an asset makes no difference to who reports.
   *
   * @param user who is signed in; null for somebody unknown
   * @throws DomainError.TooManyRequests for too many by one user, from one address or about one
   *     code
   */
  public FaultReceipt report(@Nullable Actor user, String address, FaultReportDraft draft) {
    String id = Ids.next();
    Instant now = Instant.now();
    byte[] key = new byte[18];
    RANDOM.nextBytes(key);
    String photoKey = Base64.getUrlEncoder().encodeToString(key);
    return graph.write(
        tx -> {
          ReportLimit.count(
              tx,
              user == null ? ReportLimit.address(address) : ReportLimit.user(user.id()),
              draft.assetId(),
              now);
          tx.run(
              """
              MATCH (a:Asset {id: $asset})
              WHERE COUNT { MATCH (a)<-[:ABOUT]-(old:FaultReport)
                            WHERE old.state = 'NEW' } < $most
              CREATE (r:FaultReport {id: $id, state: 'NEW', text: $text, name: $name,
                                     contact: $contact, userId: $userId, userName: $userName,
                                     at: $now, untold: true, photoKey: $photoKey,
                                     photosUntil: $photosUntil})
              CREATE (r)-[:ABOUT]->(a)
              """,
              map(
                  "asset",
                  draft.assetId(),
                  "most",
                  UNREAD,
                  "id",
                  id,
                  "text",
                  draft.text().strip(),
                  "name",
                  blankless(draft.name()),
                  "contact",
                  blankless(draft.contact()),
                  "userId",
                  user == null ? null : user.id(),
                  "userName",
                  user == null ? null : user.name(),
                  "photoKey",
                  FaultPhotos.hash(photoKey),
                  "photosUntil",
                  now.plus(FOR_PHOTOS),
                  "now",
                  now));
          return new FaultReceipt(photoKey);
        });
  }

  private static @Nullable String blankless(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  /** Those about assets that the actor works on, the newest first. */
  public Page<FaultReport> list(
      Actor actor, @Nullable String state, @Nullable Integer limit, @Nullable String after) {
    Slice slice = Slice.of(limit, after);
    Map<String, @Nullable Object> parameters = slice.parameters("state", state(state));
    Scope scope = actor.scope().where(Duty.HANDLE.roles());
    parameters.putAll(scope.parameters());
    List<Record> rows =
        graph.read(
            tx ->
                tx.rows(
                    """
                    MATCH (r:FaultReport)-[:ABOUT]->(a:Asset)
                    WHERE r.id > '' AND ($state IS NULL OR r.state = $state)
                      AND ($id IS NULL OR r.id < $id) AND %s
                    WITH r, a ORDER BY r.id DESC LIMIT $limit
                    RETURN r.id AS key, r.id AS id, %s
                    """
                        .formatted(scope.asset("a"), COLUMNS),
                    parameters));
    return slice.page(rows, FaultReports::of);
  }

  private static FaultReport.@Nullable State state(@Nullable String word) {
    if (word == null || word.isBlank()) {
      return null;
    }
    try {
      return FaultReport.State.valueOf(word.strip().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw new DomainError.Malformed("state", "must be new, accepted or rejected");
    }
  }

  /** The roles over an asset that decide about what is reported of it. */
  public static List<RoleName> handlers() {
    return List.of(Duty.HANDLE.roles());
  }

  public FaultReport get(Actor actor, String id) {
    return graph.read(tx -> one(tx, actor.scope().where(Duty.HANDLE.roles()), id));
  }

  /** Opens a work order for one. */
  public FaultReport accept(Actor actor, String id, FaultAcceptance acceptance) {
    Instant now = Instant.now();
    return graph.write(
        tx -> {
          FaultReport report = lock(tx, actor, id);
          Asset asset =
              Objects.requireNonNull(
                  steps.lock(tx, List.of(report.asset().id())).get(report.asset().id()));
          WorkOrderDraft draft =
              WorkOrderFields.complete(
                  new WorkOrderDraft(
                      asset.id(),
                      acceptance.title(),
                      WorkKind.REPAIR,
                      acceptance.priority(),
                      words(report),
                      null,
                      null,
                      acceptance.takesOut(),
                      null,
                      null,
                      null,
                      null,
                      null));
          String order = book.open(tx, actor, asset, draft, null, now);
          decide(tx, actor, id, FaultReport.State.ACCEPTED, null, now);
          tx.run(
              """
              MATCH (r:FaultReport {id: $id}), (w:WorkOrder {id: $order})
              CREATE (r)-[:LED_TO]->(w)
              """,
              map("id", id, "order", order));
          FaultPhotos.moveToOrder(tx, id, order);
          return one(tx, actor.scope().where(Duty.HANDLE.roles()), id);
        });
  }

  private static String words(FaultReport report) {
    StringBuilder words = new StringBuilder(report.text());
    Ref user = report.user();
    String who = user == null ? report.name() : user.name();
    if (who != null) {
      words.append("\n— ").append(who);
    }
    if (report.contact() != null) {
      words.append("\n").append(report.contact());
    }
    return words.toString();
  }

  /** Leaves it at that. */
  public FaultReport reject(Actor actor, String id, FaultRejection rejection) {
    Instant now = Instant.now();
    return graph.write(
        tx -> {
          lock(tx, actor, id);
          decide(tx, actor, id, FaultReport.State.REJECTED, rejection.reason().strip(), now);
          return one(tx, actor.scope().where(Duty.HANDLE.roles()), id);
        });
  }

  private void decide(
      Transaction tx,
      Actor actor,
      String id,
      FaultReport.State state,
      @Nullable String reason,
      Instant now) {
    tx.run(
        """
        MATCH (r:FaultReport {id: $id})
        SET r.state = $state, r.decidedById = $by, r.decidedByName = $byName, r.decidedAt = $now,
            r.reason = $reason
        """,
        map(
            "id", id,
            "state", state,
            "reason", reason,
            "by", actor.id(),
            "byName", actor.name(),
            "now", now));
    List<Change> changes = reason == null ? List.of() : List.of(new Change("reason", null, reason));
    events.append(tx, "FaultReport", id, state.name(), actor, now, changes);
  }

  private static FaultReport lock(Transaction tx, Actor actor, String id) {
    FaultReport seen = one(tx, actor.scope().where(Duty.HANDLE.roles()), id);
    Rights.require(tx, actor, seen.asset().id(), Duty.HANDLE.roles());
    tx.run("MATCH (r:FaultReport {id: $id}) SET r.touched = true", map("id", id));
    FaultReport report = one(tx, actor.scope().where(Duty.HANDLE.roles()), id);
    if (report.state() != FaultReport.State.NEW) {
      Ref by = report.decidedBy();
      throw new DomainError.Conflict(
          "It was decided about before, by " + (by == null ? "somebody" : by.name()) + ".");
    }
    return report;
  }

  private static FaultReport one(Transaction tx, Scope scope, String id) {
    return tx.one(
            "MATCH (r:FaultReport {id: $id})-[:ABOUT]->(a:Asset) WHERE %s RETURN %s"
                .formatted(scope.asset("a"), COLUMNS),
            scope.with("id", id))
        .map(FaultReports::of)
        .orElseThrow(() -> new DomainError.NotFound("fault report", id));
  }

  private static FaultReport of(Record row) {
    Value r = row.get("report");
    return new FaultReport(
        r.get("id").asString(),
        AssetView.assetRef(row.get("asset")),
        FaultReport.State.valueOf(r.get("state").asString()),
        r.get("text").asString(),
        text(r.get("name")),
        text(r.get("contact")),
        who(r.get("userId"), r.get("userName")),
        instant(r.get("at")),
        who(r.get("decidedById"), r.get("decidedByName")),
        instantOrNull(r.get("decidedAt")),
        text(r.get("reason")),
        ref(row.get("order")));
  }

  private static @Nullable Ref who(Value id, Value name) {
    return id.isNull() ? null : new Ref(id.asString(), name.asString());
  }
}

package asset2go.maintenance;

import static asset2go.graph.Parameters.map;

import asset2go.asset.AssetEvent.Change;
import asset2go.event.Events;
import asset2go.graph.Graph;
import asset2go.graph.Ids;
import asset2go.graph.Slice;
import asset2go.graph.Transaction;
import asset2go.identity.Actor;
import asset2go.identity.Duty;
import asset2go.page.Page;
import asset2go.problem.DomainError;
import asset2go.problem.Fault;
import asset2go.right.Rights;
import asset2go.search.Folding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/** Work that comes back, by the calendar or by a meter. What it opens is {@link DueOrders}. */
@ApplicationScoped
public class MaintenancePlans {

  /** How many due dates are found at once; the rest is {@link PlanUpkeep}'s. */
  private static final int AT_ONCE = 1_000;

  private @Inject Graph graph;
  private @Inject Events events;

  /** A page by name. */
  public Page<MaintenancePlan> list(
      Actor actor, @Nullable String q, @Nullable Integer limit, @Nullable String after) {
    Slice slice = Slice.of(limit, after);
    Map<String, @Nullable Object> parameters = slice.parameters("q", Folding.sought(q));
    parameters.putAll(actor.scope().parameters());
    List<Record> rows =
        graph.read(
            tx ->
                tx.rows(
                    """
                    MATCH (p:MaintenancePlan)
                    WHERE p.nameKey IS NOT NULL AND ($q IS NULL OR p.nameKey CONTAINS $q)
                      AND ($key IS NULL OR p.nameKey > $key OR (p.nameKey = $key AND p.id > $id))
                      AND %s
                    WITH p ORDER BY p.nameKey, p.id LIMIT $limit
                    RETURN p.nameKey AS key, p.id AS id, %s
                    """
                        .formatted(PlanView.seen(actor.scope()), PlanView.columns(actor.scope())),
                    parameters));
    return slice.page(rows, PlanView::of);
  }

  public MaintenancePlan get(Actor actor, String id) {
    return graph.read(tx -> PlanView.one(tx, actor.scope(), id));
  }

  /** Makes one, and finds what is due. */
  public MaintenancePlan create(Actor actor, PlanDraft asked) {
    String id = Ids.next();
    Instant now = Instant.now();
    return graph.write(
        tx -> {
          PlanDraft draft = PlanFields.complete(asked);
          PlanSubject subject = draft.subject();
          requireSubject(tx, actor, subject);
          Map<String, @Nullable Object> properties = PlanFields.properties(draft);
          properties.putAll(
              map(
                  "id",
                  id,
                  "subjectKind",
                  subject.kind(),
                  "subjectId",
                  subject.id(),
                  "createdAt",
                  now,
                  "version",
                  1L));
          tx.run(
              """
              MATCH (s:%s {id: $subject})
              CREATE (p:MaintenancePlan)-[:COVERS]->(s)
              SET p = $properties
              """
                  .formatted(label(subject.kind())),
              map("subject", subject.id(), "properties", properties));
          Assignee.assign(tx, "MaintenancePlan", id, draft.assigneeId());
          events.append(
              tx, "MaintenancePlan", id, "CREATED", actor, now, PlanFields.changes(null, draft));
          PlanCoverage.add(tx, id, subject.kind(), day(now), AT_ONCE);
          return PlanView.one(tx, actor.scope(), id);
        });
  }

  /**
   * Changes one.
   *
   * @param expected the version that the caller saw; null to change whatever is there
   */
  public MaintenancePlan change(
      Actor actor, String id, @Nullable Long expected, UnaryOperator<PlanDraft> change) {
    Instant now = Instant.now();
    return graph.write(
        tx -> {
          MaintenancePlan old = lock(tx, actor, id, expected);
          PlanDraft before = PlanFields.draft(old);
          PlanDraft after = PlanFields.complete(change.apply(before));
          if (!same(before.subject(), after.subject())) {
            throw new DomainError.Invalid("subject", Fault.FIXED, "cannot be changed");
          }
          List<Change> changes = PlanFields.changes(before, after);
          if (changes.isEmpty()) {
            return old;
          }
          Map<String, @Nullable Object> properties = PlanFields.properties(after);
          properties.putAll(map("updatedAt", now, "version", old.version() + 1));
          tx.run(
              "MATCH (p:MaintenancePlan {id: $id}) SET p += $properties",
              map("id", id, "properties", properties));
          if (!Objects.equals(before.assigneeId(), after.assigneeId())) {
            Assignee.assign(tx, "MaintenancePlan", id, after.assigneeId());
          }
          if (!PlanFields.sameRhythm(before, after)) {
            PlanCoverage.forget(tx, id);
            PlanCoverage.add(tx, id, old.subject().kind(), day(now), AT_ONCE);
          }
          events.append(tx, "MaintenancePlan", id, "CHANGED", actor, now, changes);
          return PlanView.one(tx, actor.scope(), id);
        });
  }

  /** Gives it up; its work orders still name it. */
  public void delete(Actor actor, String id, @Nullable Long expected) {
    Instant now = Instant.now();
    graph.write(
        tx -> {
          lock(tx, actor, id, expected);
          events.append(tx, "MaintenancePlan", id, "REMOVED", actor, now, List.of());
          tx.run(
              """
              MATCH (p:MaintenancePlan {id: $id})
              OPTIONAL MATCH (p)<-[:OF]-(d:ServiceDue)
              DETACH DELETE d
              WITH DISTINCT p
              REMOVE p:MaintenancePlan, p.nameKey
              SET p:RemovedPlan, p.removedAt = $now
              """,
              map("id", id, "now", now));
          return id;
        });
  }

  private static boolean same(PlanSubject one, PlanSubject other) {
    return one.kind() == other.kind() && one.id().equals(other.id());
  }

  private static MaintenancePlan lock(
      Transaction tx, Actor actor, String id, @Nullable Long expected) {
    MaintenancePlan seen = PlanView.one(tx, actor.scope(), id);
    requireRight(tx, actor, seen.subject());
    tx.run("MATCH (p:MaintenancePlan {id: $id}) SET p.touched = true", map("id", id));
    MaintenancePlan plan = PlanView.one(tx, actor.scope(), id);
    if (expected != null && expected != plan.version()) {
      throw new DomainError.Stale("maintenance plan");
    }
    return plan;
  }

  private static void requireSubject(Transaction tx, Actor actor, PlanSubject subject) {
    String label = label(subject.kind());
    Rights.requireSeen(tx, actor, label, subject.id(), "subject.id");
    boolean there =
        tx.one(
                "MATCH (s:%s {id: $id}) SET s.touched = true RETURN s.id".formatted(label),
                map("id", subject.id()))
            .isPresent();
    if (!there) {
      throw new DomainError.Invalid(
          "subject.id", Fault.UNKNOWN, "there is no %s %s".formatted(subject.kind(), subject.id()));
    }
    requireRight(tx, actor, subject);
  }

  private static void requireRight(Transaction tx, Actor actor, PlanSubject subject) {
    if (actor.holds(Duty.KEEP.roles())) {
      return;
    }
    switch (subject.kind()) {
      case ASSET -> Rights.require(tx, actor, subject.id(), Duty.KEEP.roles());
      case LOCATION -> Rights.requireAt(tx, actor, subject.id(), Duty.KEEP.roles());
      case MODEL ->
          throw new DomainError.Forbidden(
              "A plan for all of a model takes a role over the whole installation.");
    }
  }

  private static String label(PlanSubject.Kind kind) {
    return switch (kind) {
      case ASSET -> "Asset";
      case MODEL -> "AssetModel";
      case LOCATION -> "Location";
    };
  }

  private static LocalDate day(Instant now) {
    return LocalDate.ofInstant(now, ZoneOffset.UTC);
  }
}

package asset2go.job;

import static asset2go.graph.Parameters.map;

import asset2go.graph.Graph;
import asset2go.graph.Transaction;
import asset2go.identity.Actor;
import asset2go.problem.DomainError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/** What is planned, as the graph keeps it: the timetable and what was changed about it. */
@ApplicationScoped
class Plans {

  private @Inject Graph graph;

  List<Plan> all() {
    Map<String, Value> changed = new HashMap<>();
    graph
        .read(tx -> tx.rows("MATCH (s:JobSchedule) RETURN s.name AS name, s", Map.of()))
        .forEach(row -> changed.put(row.get("name").asString(), row.get("s")));
    return Timetable.ROWS.stream().map(row -> Plan.of(row, changed.get(row.name()))).toList();
  }

  /**
   * Changes one, under its lock.
   *
   * @throws DomainError.Stale where the caller saw another version
   */
  Plan change(
      Timetable.Row row, @Nullable Long seen, UnaryOperator<JobScheduleChange> edit, Actor actor) {
    return graph.write(
        tx -> {
          Plan before = lock(tx, row);
          if (seen != null && seen != before.version()) {
            throw new DomainError.Stale("schedule");
          }
          JobScheduleChange after = edit.apply(before.now());
          if (after.equals(before.now())) {
            return before;
          }
          tx.run(
              """
              MATCH (s:JobSchedule {name: $name})
              SET s.pattern = $pattern, s.zone = $zone, s.enabled = $enabled,
                  s.version = coalesce(s.version, 0) + 1, s.changedAt = $now,
                  s.changedById = $actorId, s.changedByName = $actorName
              """,
              map(
                  "name", row.name(),
                  "pattern", after.pattern(),
                  "zone", after.zone(),
                  "enabled", after.enabled(),
                  "now", Instant.now(),
                  "actorId", actor.id(),
                  "actorName", actor.name()));
          return lock(tx, row);
        });
  }

  private static Plan lock(Transaction tx, Timetable.Row row) {
    return tx.one(
            "MERGE (s:JobSchedule {name: $name}) SET s.touchedAt = $now WITH s RETURN s",
            map("name", row.name(), "now", Instant.now()))
        .map(found -> Plan.of(row, found.get("s")))
        .orElseThrow();
  }

  /** Whether this very job has come to its end before. */
  boolean wasDone(String name, String jobId) {
    return graph.read(
        tx ->
            tx.one(
                    "MATCH (s:JobSchedule {name: $name, lastJobId: $jobId}) RETURN s.name",
                    Map.of("name", name, "jobId", jobId))
                .isPresent());
  }

  void done(String name, String jobId) {
    graph.write(
        tx -> {
          tx.run(
              """
              MERGE (s:JobSchedule {name: $name})
              SET s.lastRunAt = $now, s.lastJobId = $jobId
              """,
              map("name", name, "now", Instant.now(), "jobId", jobId));
          return jobId;
        });
  }
}

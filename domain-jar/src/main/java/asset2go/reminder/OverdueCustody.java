package asset2go.reminder;

import static asset2go.graph.Parameters.map;

import asset2go.graph.Batches;
import asset2go.graph.Graph;
import asset2go.graph.Ids;
import asset2go.graph.Transaction;
import asset2go.graph.Values;
import asset2go.outbox.JobKind;
import asset2go.outbox.Lane;
import asset2go.reminder.Reminders.Due;
import asset2go.task.Task;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Reminds holders of what they should have given back: on the first day and once a week after that.
 * Of what a team has, each of its members hears. What nobody with an address has, administrators
 * hear of.
 */
@ApplicationScoped
public class OverdueCustody implements Task {

  @Produces
  public static final JobKind KIND =
      JobKind.task("overdue-custody", Lane.BULK, Duration.ofMinutes(10));

  private static final int BATCH = 1_000;

  private static final String QUERY =
      """
      MATCH (a:Asset)
      WHERE a.due < $today
      WITH a, 'overdue ' + a.id + ' ' + toString(a.due) + ' '
           + toString((duration.inDays(a.due, $today).days - 1) / 7) AS key
      WHERE NOT EXISTS { MATCH (:Reminder {key: key}) }
      WITH a, key LIMIT $batch
      OPTIONAL MATCH (a)-[:HELD_BY]->(h)
      WHERE EXISTS { MATCH (h)<-[:MEMBER_OF*0..1]-(p:Person)
                     WHERE p.email IS NOT NULL AND NOT coalesce(p.disabled, false) }
      RETURN key, a.id AS assetId, head(collect(h.id)) AS holder
      """;

  private @Inject Graph graph;
  private @Inject Reminders reminders;

  @Override
  public JobKind kind() {
    return KIND;
  }

  @Override
  public String run(BooleanSupplier stop) {
    return run(LocalDate.now(ZoneOffset.UTC), stop);
  }

  String run(LocalDate today, BooleanSupplier stop) {
    long all = Batches.of(graph, BATCH, stop).each(tx -> remind(tx, today));
    return all + " overdue asset(s) reminded of";
  }

  private int remind(Transaction tx, LocalDate today) {
    Map<String, List<Due>> byHolder = new LinkedHashMap<>();
    int found = 0;
    for (var row : tx.rows(QUERY, map("today", today, "batch", BATCH))) {
      String holder = Optional.ofNullable(Values.text(row.get("holder"))).orElse("");
      byHolder
          .computeIfAbsent(holder, h -> new ArrayList<>())
          .add(new Due(row.get("key").asString(), row.get("assetId").asString()));
      found++;
    }
    Instant now = Instant.now();
    byHolder.forEach((holder, due) -> remind(tx, holder, due, now));
    return found;
  }

  private void remind(Transaction tx, String holder, List<Due> due, Instant now) {
    String batch = Ids.next();
    reminders.record(tx, batch, due, now);
    List<Recipient> recipients =
        holder.isEmpty() ? Recipient.administrators(tx) : Recipient.holding(tx, holder);
    recipients.forEach(to -> reminders.mail(tx, OverdueMail.KIND, to, batch));
  }
}

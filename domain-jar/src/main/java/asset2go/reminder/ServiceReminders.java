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
 * Reminds of service that is due: once when a week is left, on the first day behind it, and once a
 * week after that. Who is to do it hears of it; what nobody with an address is to do,
 * administrators do.
 */
@ApplicationScoped
public class ServiceReminders implements Task {

  @Produces
  public static final JobKind KIND = JobKind.task("service-due", Lane.BULK, Duration.ofMinutes(10));

  static final int SOON_DAYS = 7;
  private static final int BATCH = 1_000;

  private static final String QUERY =
      """
      MATCH (w:WorkOrder)
      WHERE w.active = true AND w.due <= $soon
      MATCH (w)-[:FOR]->(a:Asset)
      WITH w, a, 'service ' + w.id + ' ' + toString(w.due) + ' '
           + CASE WHEN w.due >= $today THEN 'soon'
                  ELSE toString((duration.inDays(w.due, $today).days - 1) / 7) END AS key
      WHERE NOT EXISTS { MATCH (:Reminder {key: key}) }
      WITH w, a, key LIMIT $batch
      OPTIONAL MATCH (w)-[:ASSIGNED_TO]->(p:Person)
      WHERE p.email IS NOT NULL AND NOT coalesce(p.disabled, false)
      RETURN key, w.id AS order, head(collect(p.id)) AS person
      """;

  private @Inject Graph graph;
  private @Inject Reminders reminders;

  @Override
  public JobKind kind() {
    return KIND;
  }

  @Override
  public String run(BooleanSupplier stop) {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    long all = Batches.of(graph, BATCH, stop).each(tx -> remind(tx, today));
    return all + " work order(s) reminded of";
  }

  private int remind(Transaction tx, LocalDate today) {
    Map<String, List<Due>> byPerson = new LinkedHashMap<>();
    int found = 0;
    for (var row :
        tx.rows(QUERY, map("today", today, "soon", today.plusDays(SOON_DAYS), "batch", BATCH))) {
      String person = Optional.ofNullable(Values.text(row.get("person"))).orElse("");
      byPerson
          .computeIfAbsent(person, p -> new ArrayList<>())
          .add(new Due(row.get("key").asString(), row.get("order").asString()));
      found++;
    }
    Instant now = Instant.now();
    byPerson.forEach((person, due) -> remind(tx, person, due, now));
    return found;
  }

  private void remind(Transaction tx, String person, List<Due> due, Instant now) {
    String batch = Ids.next();
    reminders.record(tx, batch, due, now);
    List<Recipient> recipients =
        person.isEmpty()
            ? Recipient.administrators(tx)
            : Recipient.person(tx, person).stream().toList();
    recipients.forEach(to -> reminders.mail(tx, ServiceMail.KIND, to, batch));
  }
}

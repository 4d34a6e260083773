package asset2go.reminder;

import static asset2go.graph.Parameters.map;

import asset2go.graph.Graph;
import asset2go.graph.Ids;
import asset2go.graph.Transaction;
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
import java.util.List;
import java.util.function.BooleanSupplier;

/** Once a day, tells administrators what is open; says nothing where nothing is. */
@ApplicationScoped
public class DailyDigest implements Task {

  @Produces
  public static final JobKind KIND = JobKind.task("daily-digest", Lane.BULK, Duration.ofMinutes(5));

  /** Longer than any warranty is told of twice, or anything is overdue without being looked for. */
  private static final Duration REMEMBERED = Duration.ofDays(400);

  private @Inject Graph graph;
  private @Inject Reminders reminders;

  @Override
  public JobKind kind() {
    return KIND;
  }

  @Override
  public String run(BooleanSupplier stop) {
    return graph.write(tx -> send(tx, LocalDate.now(ZoneOffset.UTC)));
  }

  private String send(Transaction tx, LocalDate today) {
    Instant now = Instant.now();
    Reminders.forget(tx, now.minus(REMEMBERED));
    String key = "digest " + today;
    if (tx.one("MATCH (r:Reminder {key: $key}) RETURN r.key", map("key", key)).isPresent()) {
      return "today's digest was sent before";
    }
    if (Digest.of(tx, today, now).isEmpty()) {
      return "nothing to tell";
    }
    String batch = Ids.next();
    reminders.record(tx, batch, List.of(new Due(key, "")), now);
    List<Recipient> recipients = Recipient.administrators(tx);
    recipients.forEach(to -> reminders.mail(tx, DigestMail.KIND, to, batch));
    return recipients.size() + " administrator(s) told";
  }
}

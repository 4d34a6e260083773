package asset2go.reminder;

import static asset2go.graph.Parameters.map;

import asset2go.asset.EquipmentStatus;
import asset2go.graph.Batches;
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

/**
 * Tells administrators of warranties that end soon: of each once when thirty days are left, and
 * once more in its last week.
 */
@ApplicationScoped
public class WarrantyEnding implements Task {

  @Produces
  public static final JobKind KIND =
      JobKind.task("warranty-ending", Lane.BULK, Duration.ofMinutes(10));

  static final int SOON_DAYS = 30;
  private static final int LAST_DAYS = 7;
  private static final int BATCH = 5_000;

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
    return all + " ending warranty(s) told of";
  }

  private int remind(Transaction tx, LocalDate today) {
    List<Due> due =
        tx.list(
            """
            MATCH (a:Asset)
            WHERE a.warrantyUntil >= $today AND a.warrantyUntil <= $soon
              AND NOT a.status IN $gone
            WITH a, 'warranty ' + a.id + ' ' + toString(a.warrantyUntil) + ' '
                 + CASE WHEN a.warrantyUntil <= $last THEN 'last' ELSE 'soon' END AS key
            WHERE NOT EXISTS { MATCH (:Reminder {key: key}) }
            RETURN key, a.id AS assetId
            LIMIT $batch
            """,
            map(
                "today", today,
                "soon", today.plusDays(SOON_DAYS),
                "last", today.plusDays(LAST_DAYS),
                "gone", List.of(EquipmentStatus.RETIRED, EquipmentStatus.DISPOSED),
                "batch", BATCH),
            row -> new Due(row.get("key").asString(), row.get("assetId").asString()));
    if (!due.isEmpty()) {
      String batch = Ids.next();
      reminders.record(tx, batch, due, Instant.now());
      Recipient.administrators(tx).forEach(to -> reminders.mail(tx, WarrantyMail.KIND, to, batch));
    }
    return due.size();
  }
}

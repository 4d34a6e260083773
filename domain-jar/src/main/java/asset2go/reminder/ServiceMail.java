package asset2go.reminder;

import static asset2go.graph.Parameters.map;

import asset2go.graph.Graph;
import asset2go.graph.Transaction;
import asset2go.mail.Letters;
import asset2go.mail.Mail;
import asset2go.mail.MailWriter;
import asset2go.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;

/** Tells of the work orders of one batch of reminders, as they are when it is sent. */
@ApplicationScoped
class ServiceMail implements MailWriter {

  static final String KIND = "SERVICE_DUE";

  private @Inject Graph graph;
  private @Inject Settings settings;
  private @Inject Letters letters;

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Optional<Mail> write(String jobId, JsonObject payload) {
    return graph.read(
        tx -> {
          List<String> lines = lines(tx, payload.getString("batch"));
          return Recipient.person(tx, payload.getString("personId"))
              .filter(to -> !lines.isEmpty())
              .map(
                  to ->
                      letters.withList(
                          to.email(),
                          to.name(),
                          "service-due",
                          lines,
                          settings.appUrl() + "maintenance"));
        });
  }

  /** What was closed meanwhile is left out. */
  private static List<String> lines(Transaction tx, String batch) {
    return tx.list(
        """
        MATCH (r:Reminder {batch: $batch})
        MATCH (w:WorkOrder {id: r.assetId})-[:FOR]->(a:Asset)
        WHERE w.active = true
        RETURN w.number + '  ' + w.title + ', ' + a.tag + ' ' + a.name + ', ' + toString(w.due)
          AS line
        ORDER BY w.due, w.number
        LIMIT $most
        """,
        map("batch", batch, "most", Reminders.Lines.MOST),
        row -> row.get("line").asString());
  }
}

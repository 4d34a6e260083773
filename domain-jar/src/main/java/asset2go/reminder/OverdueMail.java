package asset2go.reminder;

import asset2go.graph.Graph;
import asset2go.mail.Mail;
import asset2go.mail.MailWriter;
import asset2go.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Optional;

/** Asks for what should be back. */
@ApplicationScoped
class OverdueMail implements MailWriter {

  static final String KIND = "OVERDUE";

  private @Inject Graph graph;
  private @Inject Settings settings;

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Optional<Mail> write(String jobId, JsonObject payload) {
    return graph.read(
        tx -> {
          Reminders.Lines lines = Reminders.lines(tx, payload.getString("batch"), "due");
          return Recipient.person(tx, payload.getString("personId"))
              .filter(to -> !lines.shown().isEmpty())
              .map(
                  to ->
                      Mail.withList(
                          to.email(),
                          to.name(),
                          "Equipment is overdue",
                          "These should be back by the day beside them:",
                          lines.text(),
                          settings.appUrl() + "assets"));
        });
  }
}

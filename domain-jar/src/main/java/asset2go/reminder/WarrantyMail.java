package asset2go.reminder;

import asset2go.graph.Graph;
import asset2go.mail.Mail;
import asset2go.mail.MailWriter;
import asset2go.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Optional;

/** Tells of warranties that end. */
@ApplicationScoped
class WarrantyMail implements MailWriter {

  static final String KIND = "WARRANTY";

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
          Reminders.Lines lines = Reminders.lines(tx, payload.getString("batch"), "warrantyUntil");
          return Recipient.person(tx, payload.getString("personId"))
              .filter(to -> !lines.shown().isEmpty())
              .map(
                  to ->
                      Mail.withList(
                          to.email(),
                          to.name(),
                          "Warranties end soon",
                          "The last day of their warranties stands beside them:",
                          lines.text(),
                          settings.appUrl() + "assets"));
        });
  }
}

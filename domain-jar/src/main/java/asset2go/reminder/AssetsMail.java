package asset2go.reminder;

import asset2go.graph.Graph;
import asset2go.mail.Letters;
import asset2go.mail.Mail;
import asset2go.mail.MailWriter;
import asset2go.settings.Settings;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Locale;
import java.util.Optional;

/** A letter with the assets of one batch of reminders, each with the day that it is about. */
abstract class AssetsMail implements MailWriter {

  private @Inject Graph graph;
  private @Inject Settings settings;
  private @Inject Letters letters;
  private final String kind;
  private final String day;

  /**
   * @param day property of an asset
   */
  AssetsMail(String kind, String day) {
    this.kind = kind;
    this.day = day;
  }

  @Override
  public String kind() {
    return kind;
  }

  @Override
  public Optional<Mail> write(String jobId, JsonObject payload) {
    return graph.read(
        tx -> {
          Reminders.Lines lines = Reminders.lines(tx, payload.getString("batch"), day);
          return Recipient.person(tx, payload.getString("personId"))
              .filter(to -> !lines.shown().isEmpty())
              .map(
                  to ->
                      letters.withList(
                          to.email(),
                          to.name(),
                          kind.toLowerCase(Locale.ROOT),
                          lines.text(letters),
                          settings.appUrl() + "assets"));
        });
  }
}

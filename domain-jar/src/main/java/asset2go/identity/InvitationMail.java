package asset2go.identity;

import asset2go.graph.Graph;
import asset2go.identity.MailLinks.Purpose;
import asset2go.mail.Letters;
import asset2go.mail.Mail;
import asset2go.mail.MailWriter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Map;
import java.util.Optional;

/** Asks somebody to join. */
@ApplicationScoped
class InvitationMail implements MailWriter {

  static final String KIND = "INVITATION";

  private @Inject Graph graph;
  private @Inject MailLinks links;
  private @Inject Letters letters;

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Optional<Mail> write(String jobId, JsonObject payload) {
    String link = links.address(payload.getString("link"), Purpose.INVITATION);
    return graph
        .read(
            tx ->
                tx.one(
                    "MATCH (u:User {id: $id}) RETURN u", Map.of("id", payload.getString("userId"))))
        .map(row -> Account.of(row.get("u")).user())
        .filter(user -> user.invited() && !user.disabled())
        .map(user -> letter(user, link));
  }

  private Mail letter(User user, String link) {
    return letters.withLink(user.email(), user.name(), "invitation", link);
  }
}

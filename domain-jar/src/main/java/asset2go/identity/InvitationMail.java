package asset2go.identity;

import asset2go.graph.Graph;
import asset2go.identity.MailLinks.Purpose;
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

  private static Mail letter(User user, String link) {
    return Mail.withLink(
        user.email(),
        user.name(),
        "You are invited to Asset2Go",
        "You were asked to join Asset2Go, where equipment is kept track of. Choose a password here."
            + " The link is good for seven days:",
        link,
        "If this means nothing to you, do nothing.");
  }
}

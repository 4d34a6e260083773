package asset2go.identity;

import asset2go.graph.Graph;
import asset2go.identity.MailLinks.Purpose;
import asset2go.mail.Letters;
import asset2go.mail.Mail;
import asset2go.mail.MailWriter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Lets somebody choose a new password, where the address is known. The job's id is the link's. */
@ApplicationScoped
class PasswordResetMail implements MailWriter {

  static final String KIND = "PASSWORD_RESET";

  private @Inject Graph graph;
  private @Inject MailLinks links;
  private @Inject Letters letters;

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Optional<Mail> write(String jobId, JsonObject payload) {
    Instant now = Instant.now();
    return graph
        .write(
            tx -> {
              Optional<User> user =
                  tx.one(
                          "MATCH (u:User {email: $email}) RETURN u",
                          Map.of("email", payload.getString("email")))
                      .map(row -> Account.of(row.get("u")).user())
                      .filter(known -> !known.disabled());
              user.ifPresent(
                  known -> links.make(tx, jobId, Purpose.PASSWORD_RESET, known.id(), now));
              return user;
            })
        .map(user -> letter(user, links.address(jobId, Purpose.PASSWORD_RESET)));
  }

  private Mail letter(User user, String link) {
    return letters.withLink(user.email(), user.name(), "password-reset", link);
  }
}

package asset2go.identity;

import static asset2go.graph.Parameters.map;

import asset2go.event.Events;
import asset2go.graph.Graph;
import asset2go.graph.Transaction;
import asset2go.identity.Lockouts.Attempt;
import asset2go.identity.MailLinks.Purpose;
import asset2go.mail.MailRoom;
import asset2go.outbox.Job;
import asset2go.outbox.Outbox;
import asset2go.problem.DomainError;
import asset2go.problem.Fault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Somebody's own password: changing it, and finding back in without it. */
@ApplicationScoped
public class MyPassword {

  private @Inject Graph graph;
  private @Inject PasswordHasher hasher;
  private @Inject Sessions sessions;
  private @Inject MailLinks links;
  private @Inject Lockouts lockouts;
  private @Inject Outbox outbox;
  private @Inject Events events;

  /**
   * Sets a new password and ends every other session.
   *
   * @param jti of the session that asks, which goes on
   * @throws DomainError.Invalid where the current password is wrong
   */
  public void change(PasswordChange change, Actor actor, @Nullable String jti) {
    Account account =
        graph
            .read(tx -> tx.one("MATCH (u:User {id: $id}) RETURN u", Map.of("id", actor.id())))
            .map(row -> Account.of(row.get("u")))
            .orElseThrow(() -> new DomainError.NotFound("user", actor.id()));
    String key = SignIn.accountKey(account.user().email());
    lockouts.count(List.of(new Attempt(key, LockoutPolicy.ACCOUNT)));
    if (!hasher.matches(change.current(), account.passwordHash())) {
      throw new DomainError.Invalid("current", Fault.WRONG, "is not your password");
    }
    String hash = hasher.hash(change.password());
    Instant now = Instant.now();
    graph.write(
        tx -> {
          set(tx, actor.id(), hash);
          lockouts.clear(tx, key);
          links.revokeAll(tx, actor.id());
          sessions.closeAll(tx, actor.id(), jti);
          events.append(tx, "Person", actor.id(), "PASSWORD_CHANGED", actor, now, List.of());
          return hash;
        });
  }

  /**
   * Has a link mailed where the address is known. The worker finds out whether it is, so that
   * nothing here depends on it, not even the time that it takes.
   */
  public void forgotten(String email, String requestId) {
    String address = Account.key(email);
    try {
      lockouts.count(List.of(new Attempt("mail:" + address, LockoutPolicy.MAIL)));
    } catch (DomainError.TooManyRequests e) {
      return;
    }
    String payload =
        Json.createObjectBuilder()
            .add("kind", PasswordResetMail.KIND)
            .add("email", address)
            .build()
            .toString();
    graph.write(tx -> outbox.append(tx, new Job(MailRoom.KIND, payload, requestId)));
  }

  /**
   * Sets a new password by the link of a mail and ends every session.
   *
   * @throws DomainError.Invalid where the link is wrong, used or expired
   */
  public void reset(PasswordReset reset, String requestId) {
    // Hashed first: no transaction waits for it. Whoever guesses pays for it, too.
    String hash = hasher.hash(reset.password());
    Instant now = Instant.now();
    graph.write(
        tx -> {
          String userId = links.use(tx, reset.token(), Purpose.PASSWORD_RESET, now).orElse(null);
          return userId == null ? expired() : reset(tx, userId, hash, now, requestId);
        });
  }

  private String reset(Transaction tx, String userId, String hash, Instant now, String requestId) {
    User user = set(tx, userId, hash);
    lockouts.clear(tx, SignIn.accountKey(user.email()));
    links.revokeAll(tx, userId);
    sessions.closeAll(tx, userId, null);
    Actor self = new Actor(userId, user.name(), java.util.Set.copyOf(user.roles()), requestId);
    events.append(tx, "Person", userId, "PASSWORD_RESET", self, now, List.of());
    return userId;
  }

  static User set(Transaction tx, String userId, String hash) {
    return tx.one(
            "MATCH (u:User {id: $id}) SET u.passwordHash = $hash RETURN u",
            map("id", userId, "hash", hash))
        .map(row -> Account.of(row.get("u")).user())
        .orElseThrow(() -> new DomainError.NotFound("user", userId));
  }

  static String expired() {
    throw new DomainError.Invalid(
        "token", Fault.USED_UP, "this link was used before or has expired");
  }
}

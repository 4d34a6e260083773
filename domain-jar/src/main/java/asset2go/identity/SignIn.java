package asset2go.identity;

import static asset2go.graph.Parameters.map;

import asset2go.graph.Graph;
import asset2go.identity.Lockouts.Attempt;
import asset2go.problem.DomainError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Signing in with address and password. Whether an address is known, disabled or merely mistyped
 * makes no difference to the answer or to the time that it takes.
 */
@ApplicationScoped
public class SignIn {

  private @Inject Graph graph;
  private @Inject Lockouts lockouts;
  private @Inject PasswordHasher hasher;
  private @Inject Sessions sessions;

  /**
   * Opens a session.
   *
   * @param address of the client
   * @throws DomainError.Unauthenticated where the two do not belong together
   * @throws DomainError.TooManyRequests after repeated failures
   */
  public SignedIn with(Credentials credentials, String address) {
    String email = Account.key(credentials.email());
    String account = accountKey(email);
    String from = "address:" + address;
    lockouts.count(
        List.of(
            new Attempt(account, LockoutPolicy.ACCOUNT), new Attempt(from, LockoutPolicy.ADDRESS)));
    Optional<Account> found = find(email);
    boolean right =
        hasher.matches(credentials.password(), found.map(Account::passwordHash).orElse(null));
    if (!right || found.isEmpty() || found.get().user().disabled()) {
      throw new DomainError.Unauthenticated("The address or the password is wrong.");
    }
    lockouts.forgive(account, from);
    renewHash(found.get(), credentials.password());
    Instant now = Instant.now();
    return graph.write(tx -> sessions.open(tx, found.get().user().id(), now));
  }

  static String accountKey(String email) {
    return "account:" + email;
  }

  private Optional<Account> find(String email) {
    return graph
        .read(tx -> tx.one("MATCH (u:User {email: $email}) RETURN u", Map.of("email", email)))
        .map(row -> Account.of(row.get("u")));
  }

  private void renewHash(Account account, String password) {
    String old = account.passwordHash();
    if (old == null || !PasswordHash.parse(old).isOutdated()) {
      return;
    }
    String renewed = hasher.hash(password);
    graph.write(
        tx -> {
          tx.run(
              "MATCH (u:User {id: $id, passwordHash: $old}) SET u.passwordHash = $renewed",
              map("id", account.user().id(), "old", old, "renewed", renewed));
          return renewed;
        });
  }
}

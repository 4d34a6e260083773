package asset2go.identity;

import static asset2go.graph.Parameters.map;

import asset2go.asset.AssetEvent.Change;
import asset2go.event.Events;
import asset2go.graph.Graph;
import asset2go.graph.Ids;
import asset2go.graph.Transaction;
import asset2go.identity.MailLinks.Purpose;
import asset2go.mail.MailRoom;
import asset2go.outbox.Job;
import asset2go.outbox.Outbox;
import asset2go.problem.DomainError;
import asset2go.problem.Fault;
import asset2go.search.Folding;
import asset2go.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/** Asking people to join. An invitation may be repeated until it is taken up. */
@ApplicationScoped
public class Invitations {

  private @Inject Graph graph;
  private @Inject Settings settings;
  private @Inject MailLinks links;
  private @Inject Outbox outbox;
  private @Inject Events events;
  private @Inject PasswordHasher hasher;
  private @Inject Sessions sessions;

  /**
   * Makes somebody a user who has yet to choose a password, and mails the link. A person of that
   * address who could not sign in so far now can.
   *
   * @throws DomainError.Conflict where that address signs in already
   */
  public Invited invite(Invitation invitation, Actor actor) {
    String newId = Ids.next();
    String link = Ids.next();
    Instant now = Instant.now();
    User user = graph.write(tx -> invite(tx, invitation, newId, link, actor, now));
    boolean mailed = settings.mail().host().isPresent();
    return new Invited(user, mailed ? null : links.address(link, Purpose.INVITATION));
  }

  private User invite(
      Transaction tx, Invitation asked, String newId, String link, Actor actor, Instant now) {
    String email = Account.key(asked.email());
    adopt(tx, email);
    Record row =
        tx.one(
                """
                MERGE (u:User {email: $email})
                  ON CREATE SET u:Person, u.id = $id, u.name = $name, u.nameKey = $key,
                                u.searchText = $search, u.version = 1, u.createdAt = $now
                SET u.invitedAt = $now
                RETURN u, u.passwordHash IS NOT NULL AS joined
                """,
                map(
                    "email",
                    email,
                    "id",
                    newId,
                    "name",
                    asked.name().strip(),
                    "key",
                    Folding.fold(asked.name()),
                    "search",
                    Folding.join(asked.name(), email),
                    "now",
                    now))
            .orElseThrow();
    if (row.get("joined").asBoolean()) {
      throw new DomainError.Conflict(
          "email", Fault.TAKEN, "somebody signs in with " + email + " already");
    }
    String id = row.get("u").get("id").asString();
    List<String> roles = asked.role() == null ? List.of() : List.of(asked.role().name());
    User user =
        tx.one(
                "MATCH (u:User {id: $id}) SET u.roles = $roles, u.disabled = false RETURN u",
                map("id", id, "roles", roles))
            .map(found -> Account.of(found.get("u")).user())
            .orElseThrow();
    links.revokeAll(tx, id);
    links.make(tx, link, Purpose.INVITATION, id, now);
    events.append(
        tx,
        "Person",
        id,
        "USER_INVITED",
        actor,
        now,
        List.of(
            new Change("email", null, email),
            new Change("role", null, roles.isEmpty() ? null : roles.get(0))));
    outbox.append(tx, new Job(MailRoom.KIND, payload(id, link), actor.requestId()));
    return user;
  }

  /** A person of that address, entered as a holder of equipment, becomes the user. */
  private static void adopt(Transaction tx, String email) {
    tx.run(
        """
        MATCH (p:Person)
        WHERE NOT p:User AND toLower(p.email) = $email
        WITH p ORDER BY p.id LIMIT 1
        WHERE NOT EXISTS { MATCH (:User {email: $email}) }
        SET p:User, p.email = $email, p.roles = []
        """,
        map("email", email));
  }

  private static String payload(String userId, String link) {
    return Json.createObjectBuilder()
        .add("kind", InvitationMail.KIND)
        .add("userId", userId)
        .add("link", link)
        .build()
        .toString();
  }

  /**
   * Takes an invitation up: chooses a password and signs in.
   *
   * @throws DomainError.Invalid where the link is wrong, used or expired
   */
  public SignedIn accept(InvitationAcceptance acceptance, String requestId) {
    String hash = hasher.hash(acceptance.password());
    Instant now = Instant.now();
    return graph.write(
        tx -> {
          String id =
              links
                  .use(tx, acceptance.token(), Purpose.INVITATION, now)
                  .orElseGet(MyPassword::expired);
          User user = MyPassword.set(tx, id, hash);
          String name = rename(tx, user, acceptance.name());
          Actor self = new Actor(id, name, Set.copyOf(user.roles()), requestId);
          events.append(tx, "Person", id, "USER_JOINED", self, now, List.of());
          return sessions.open(tx, id, now);
        });
  }

  private static String rename(Transaction tx, User user, @Nullable String name) {
    if (name == null || name.isBlank()) {
      return user.name();
    }
    tx.run(
        """
        MATCH (u:User {id: $id})
        SET u.name = $name, u.nameKey = $key, u.searchText = $search
        """,
        map(
            "id", user.id(),
            "name", name.strip(),
            "key", Folding.fold(name),
            "search", Folding.join(name, user.email())));
    return name.strip();
  }
}

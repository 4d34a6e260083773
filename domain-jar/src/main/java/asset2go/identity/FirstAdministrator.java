package asset2go.identity;

import static asset2go.graph.Parameters.map;

import asset2go.graph.Graph;
import asset2go.graph.GraphReady;
import asset2go.graph.Ids;
import asset2go.graph.Transaction;
import asset2go.search.Folding;
import asset2go.settings.Role;
import asset2go.settings.Secret;
import asset2go.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.logging.Logger;

/**
 * Lets the first person in: where nobody can administer, ADMIN_EMAIL with ADMIN_PASSWORD can. Any
 * number of instances may start at once; one of them does it.
 */
@ApplicationScoped
class FirstAdministrator {

  private static final Logger LOG = Logger.getLogger(FirstAdministrator.class.getName());

  private @Inject Graph graph;
  private @Inject Settings settings;
  private @Inject PasswordHasher hasher;

  void ensure(@Observes GraphReady ready) {
    if (settings.role() != Role.API && settings.role() != Role.ALL) {
      return;
    }
    if (graph.read(Administrators::count) > 0) {
      return;
    }
    String email = Account.key(settings.admin().email());
    Optional<Secret> password = settings.admin().password();
    if (password.isEmpty()) {
      LOG.warning(
          "Nobody can administer: set ADMIN_PASSWORD (and ADMIN_EMAIL, now %s) and start again."
              .formatted(email));
      return;
    }
    String hash = hasher.hash(password.get().reveal());
    String id = Ids.next();
    Instant now = Instant.now();
    if (graph.write(tx -> create(tx, id, email, hash, now))) {
      LOG.info("The first administrator is " + email + ".");
    }
  }

  private static boolean create(Transaction tx, String id, String email, String hash, Instant now) {
    Administrators.lock(tx, now);
    if (Administrators.count(tx) > 0) {
      return false;
    }
    tx.run(
        """
        MERGE (u:User {email: $email})
          ON CREATE SET u:Person, u.id = $id, u.name = $name, u.nameKey = $key, u.version = 1,
                        u.searchText = $search, u.createdAt = $now
        SET u.roles = ['ADMIN'], u.disabled = false, u.passwordHash = $hash
        """,
        map(
            "email", email,
            "id", id,
            "name", "Administrator",
            "key", Folding.fold("Administrator"),
            "search", Folding.join("Administrator", email),
            "now", now,
            "hash", hash));
    return true;
  }
}

package asset2go.running;

import static asset2go.running.Text.json;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who was invited to the shared system and came.
 *
 * @param address from which they speak: their failures are counted apart from everybody else's
 */
public record Colleague(String email, String password, String address) {

  private static final AtomicInteger COUNT = new AtomicInteger();

  /** A new one with this role over the whole installation; with none, only grants give rights. */
  public static Colleague with(@Nullable String role) {
    int number = COUNT.incrementAndGet();
    String email = "c" + number + "-" + Some.word() + "@example.test";
    OneSystem.api()
        .post(
            "/v1/invitations",
            json(
                "{'email': '%s', 'name': 'Kim %d', 'role': %s}",
                email, number, role == null ? "null" : "\"" + role + "\""))
        .expect(201);
    Colleague colleague =
        new Colleague(email, "correct horse " + number, "203.0.113." + number % 250);
    colleague
        .api()
        .post(
            "/v1/invitations/accept",
            json(
                "{'token': '%s', 'password': '%s'}",
                Mailbox.of(email).token(1), colleague.password()))
        .expect(200);
    return colleague;
  }

  /**
   * A new one whose only right is this role over a part.
   *
   * @param kind {@code LOCATION}, {@code CATEGORY} or {@code COMPANY}
   */
  public static Colleague over(String role, String kind, String id) {
    Colleague colleague = with(null);
    Api api = OneSystem.api();
    String person = api.get("/v1/users?q=" + colleague.email()).items().get(0).getString("id");
    api.post(
            "/v1/grants",
            json(
                "{'holderId': '%s', 'role': '%s', 'overKind': '%s', 'overId': '%s'}",
                person, role, kind, id))
        .expect(201);
    return colleague;
  }

  /** The API from where they are, not signed in. */
  public Api api() {
    return OneSystem.get().api().with("X-Forwarded-For", address);
  }

  /** Signs in. */
  public Api signIn() {
    return api().signIn(email, password);
  }
}

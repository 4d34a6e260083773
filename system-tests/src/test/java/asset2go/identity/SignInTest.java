package asset2go.identity;

import static asset2go.running.Text.json;
import static org.assertj.core.api.Assertions.assertThat;

import asset2go.running.Answer;
import asset2go.running.Api;
import asset2go.running.Colleague;
import asset2go.running.Mailbox;
import asset2go.running.OneSystem;
import asset2go.running.RunningSystem;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

final class SignInTest {

  @Test
  void theFirstAdministratorGetsAToken() {
    RunningSystem system = OneSystem.get();
    JsonObject signedIn =
        system
            .api()
            .login(system.setting("ADMIN_EMAIL"), system.setting("ADMIN_PASSWORD"))
            .expect(200)
            .json();
    assertThat(Instant.parse(signedIn.getString("expiresAt")))
        .isBetween(
            Instant.now().plus(Duration.ofDays(6)),
            Instant.now().plus(Duration.ofDays(7).plusMinutes(1)));
    JsonObject claims = Jwt.claims(signedIn.getString("token"));
    assertThat(claims).containsKeys("sub", "jti", "typ", "exp").doesNotContainKey("roles");

    Answer me = system.api().as(signedIn.getString("token")).get("/v1/me").expect(200);
    assertThat(me.json().getString("email")).isEqualTo(system.setting("ADMIN_EMAIL"));
    assertThat(me.json().getJsonArray("roles").toString()).contains("ADMIN");
    assertThat(me.body()).doesNotContainIgnoringCase("password").doesNotContain("argon2");
  }

  @Test
  void aWrongPasswordAndAnUnknownAddressAreAnsweredAlike() {
    Colleague colleague = Colleague.with("MEMBER");
    Answer wrong = colleague.api().login(colleague.email(), "wrong").expect(401);
    Answer unknown = colleague.api().login("nobody@example.test", "wrong").expect(401);
    assertThat(wrong.header("Content-Type")).startsWith("application/problem+json");
    assertThat(unknown.json().getString("detail")).isEqualTo(wrong.json().getString("detail"));
  }

  @Test
  void whoGuessesHasToWaitEvenWithTheRightPassword() {
    Colleague colleague = Colleague.with("MEMBER");
    Answer last = null;
    for (int i = 0; i < 10 && (last == null || last.status() == 401); i++) {
      last = colleague.api().login(colleague.email(), "guess " + i);
    }
    last.expect(429);
    assertThat(Integer.parseInt(last.header("Retry-After"))).isPositive();
    colleague.api().login(colleague.email(), colleague.password()).expect(429);
    // Nobody else has to.
    Colleague other = Colleague.with("MEMBER");
    other.signIn().get("/v1/me").expect(200);
  }

  @Test
  void signingOutEndsThisSessionOnly() {
    Colleague colleague = Colleague.with("MEMBER");
    Api here = colleague.signIn();
    Api there = colleague.signIn();
    here.post("/v1/auth/logout").expect(204);
    here.get("/v1/me").expect(401);
    there.get("/v1/me").expect(200);
  }

  @Test
  void anInvitationIsGoodOnce() {
    Colleague colleague = Colleague.with("MEMBER");
    Answer again =
        colleague
            .api()
            .post(
                "/v1/invitations/accept",
                json(
                    "{'token': '%s', 'password': 'another password'}",
                    Mailbox.of(colleague.email()).token(1)));
    assertThat(again.status()).isIn(400, 401, 404, 409, 410, 422);
    colleague.signIn().get("/v1/me").expect(200);
  }

  @Test
  void aForgottenPasswordIsSetByMailAndEndsAllSessions() {
    Colleague colleague = Colleague.with("MEMBER");
    Api before = colleague.signIn();
    Answer known =
        colleague
            .api()
            .post("/v1/auth/password-reset", json("{'email': '%s'}", colleague.email()))
            .expect(202);
    Answer unknown =
        colleague
            .api()
            .post("/v1/auth/password-reset", json("{'email': 'nobody@example.test'}"))
            .expect(202);
    assertThat(unknown.body()).isEqualTo(known.body());

    String token = Mailbox.of(colleague.email()).token(2);
    JsonObject reset = json("{'token': '%s', 'password': 'brand new words'}", token);
    colleague.api().post("/v1/auth/password-reset/confirm", reset).expect(204);
    before.get("/v1/me").expect(401);
    colleague.api().login(colleague.email(), colleague.password()).expect(401);
    colleague.api().login(colleague.email(), "brand new words").expect(200);
    assertThat(colleague.api().post("/v1/auth/password-reset/confirm", reset).status())
        .isBetween(400, 499);
  }

  @Test
  void rolesSayWhatSomebodyMayDo() {
    Api auditor = Colleague.with("AUDITOR").signIn();
    auditor.get("/v1/assets?limit=1").expect(200);
    Answer refused = auditor.post("/v1/assets", json("{'name': 'Not mine'}")).expect(403);
    assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
    auditor.get("/v1/users").expect(403);

    Api member = Colleague.with("MEMBER").signIn();
    member.post("/v1/assets", json("{'name': 'Not mine'}")).expect(403);
    member.post("/v1/locations", json("{'name': 'Not mine'}")).expect(403);
    member
        .post("/v1/invitations", json("{'email': 'x@y.test', 'name': 'X', 'role': 'ADMIN'}"))
        .expect(403);

    Api manager = Colleague.with("MANAGER").signIn();
    manager.post("/v1/assets", json("{'name': 'Mine'}")).expect(201);
    manager.get("/v1/users").expect(403);
  }

  @Test
  void whoIsShutOutIsOutWithinSeconds() {
    Colleague colleague = Colleague.with("MEMBER");
    Api session = colleague.signIn();
    String id = session.get("/v1/me").expect(200).id();
    OneSystem.api().patch("/v1/users/" + id, json("{'disabled': true}")).expect(200);
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> session.get("/v1/me").status() == 401);
    colleague.api().login(colleague.email(), colleague.password()).expect(401);
  }

  @Test
  void thereIsAlwaysSomebodyToAdminister() {
    Api administrator = OneSystem.api();
    String id = administrator.get("/v1/me").expect(200).id();
    administrator.patch("/v1/users/" + id, json("{'disabled': true}")).expect(409);
    administrator.patch("/v1/users/" + id, json("{'role': 'MEMBER'}")).expect(409);
  }
}

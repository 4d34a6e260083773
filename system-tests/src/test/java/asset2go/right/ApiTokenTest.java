package asset2go.right;

import static asset2go.running.Text.json;
import static org.assertj.core.api.Assertions.assertThat;

import asset2go.identity.Jwt;
import asset2go.running.Answer;
import asset2go.running.Api;
import asset2go.running.Colleague;
import asset2go.running.OneSystem;
import asset2go.running.Some;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tokens for programs: never more than their owner may, shown once, ended at once. */
final class ApiTokenTest {

  private final Api admin = OneSystem.api();

  private static Answer make(Api owner, String role, String more) {
    return owner.post(
        "/v1/me/tokens", json("{'name': 'Script', 'role': '%s', 'days': 30" + more + "}", role));
  }

  private static Api program(Api owner, String role, String more) {
    return owner.as(make(owner, role, more).expect(201).json().getString("secret"));
  }

  @Test
  void itMayDoNoMoreThanItWasMadeFor() {
    Api owner = Colleague.with("MANAGER").signIn();
    Api reader = program(owner, "AUDITOR", "");
    String id = Some.asset(owner).id();
    reader.get("/v1/assets/" + id).expect(200);
    reader.post("/v1/assets", json("{'name': 'X'}")).expect(403);
    Api technician = program(owner, "TECHNICIAN", "");
    technician.patch("/v1/assets/" + id, json("{'notes': 'oiled'}")).expect(200);
    technician.delete("/v1/assets/" + id).expect(403);
  }

  @Test
  void itMayDoNoMoreThanItsOwner() {
    Api owner = Colleague.with("MEMBER").signIn();
    Api program = program(owner, "ADMIN", "");
    program.get("/v1/users").expect(403);
    program.post("/v1/assets", json("{'name': 'X'}")).expect(403);
    assertThat(program.get("/v1/me").expect(200).json().getJsonArray("roles").toString())
        .contains("MEMBER");
  }

  @Test
  void itIsConfinedToAPart() {
    Api owner = Colleague.with("MANAGER").signIn();
    String place = Some.location(owner, "").id();
    String inside =
        owner
            .post("/v1/assets", json("{'name': 'In', 'locationId': '%s'}", place))
            .expect(201)
            .id();
    String outside = Some.asset(owner).id();
    Api program = program(owner, "MANAGER", ", 'overKind': 'LOCATION', 'overId': '" + place + "'");
    assertThat(program.get("/v1/assets").items())
        .extracting(row -> row.getString("id"))
        .containsExactly(inside);
    program.get("/v1/assets/" + outside).expect(404);
    program.patch("/v1/assets/" + outside, json("{'notes': 'x'}")).expect(404);
    program.patch("/v1/assets/" + inside, json("{'notes': 'x'}")).expect(200);
    program.post("/v1/people", json("{'name': 'X'}")).expect(403);
  }

  @Test
  void itIsShownOnceAndEndedAtOnce() {
    Api owner = Colleague.with("MEMBER").signIn();
    JsonObject made = make(owner, "AUDITOR", "").expect(201).json();
    String secret = made.getString("secret");
    String id = made.getJsonObject("token").getString("id");
    assertThat(Jwt.claims(secret).getString("typ")).isEqualTo("api");
    assertThat(Jwt.claims(secret).toString()).doesNotContain("AUDITOR");
    Api program = owner.as(secret);
    program.get("/v1/me").expect(200);
    Answer list = owner.get("/v1/me/tokens").expect(200);
    assertThat(list.body()).doesNotContain(secret);
    List<JsonObject> tokens = list.items();
    assertThat(tokens).hasSize(1);
    assertThat(tokens.get(0).getString("lastUsedAt")).isNotBlank();
    owner.delete("/v1/me/tokens/" + id).expect(204);
    program.get("/v1/me").expect(401);
    owner.delete("/v1/me/tokens/" + id).expect(404);
  }

  @Test
  void itMakesNoOthersAndChangesNoPassword() {
    Api owner = Colleague.with("MANAGER").signIn();
    Api program = program(owner, "MANAGER", "");
    make(program, "MANAGER", "").expect(403);
    program.get("/v1/me/tokens").expect(403);
    program.post("/v1/auth/logout").expect(409);
    owner.get("/v1/me").expect(200);
  }

  @Test
  void itEndsWithItsOwner() {
    Colleague colleague = Colleague.with("MEMBER");
    Api owner = colleague.signIn();
    Api program = program(owner, "MEMBER", "");
    String id = program.get("/v1/me").expect(200).id();
    admin.patch("/v1/users/" + id, json("{'disabled': true}")).expect(200);
    program.get("/v1/me").expect(401);
  }

  @Test
  void nonsenseIsRefused() {
    Api owner = Colleague.with("MEMBER").signIn();
    make(owner, "AUDITOR", ", 'overKind': 'LOCATION'").expect(422);
    make(owner, "AUDITOR", ", 'overKind': 'LOCATION', 'overId': 'x'").expect(422);
    owner.post("/v1/me/tokens", json("{'name': 'x', 'role': 'AUDITOR', 'days': 0}")).expect(422);
    owner.post("/v1/me/tokens", json("{'name': 'x', 'role': 'AUDITOR', 'days': 999}")).expect(422);
  }
}

package asset2go.view;

import static asset2go.running.Text.json;
import static org.assertj.core.api.Assertions.assertThat;

import asset2go.running.Answer;
import asset2go.running.Api;
import asset2go.running.Colleague;
import asset2go.running.OneSystem;
import asset2go.running.Some;
import org.junit.jupiter.api.Test;

/** Lists of assets as people keep them: their own, and shared ones. */
final class SavedViewsTest {

  private final Api admin = OneSystem.api();
  private final Api member = Colleague.with("MEMBER").signIn();
  private final Api other = Colleague.with("AUDITOR").signIn();
  private final String name = "View " + Some.word();

  private Answer keep(Api api, String query, boolean shared) {
    return api.post(
        "/v1/views", json("{'name': '%s', 'query': '%s', 'shared': %s}", name, query, shared));
  }

  private boolean shows(Api api, String id) {
    return api.get("/v1/views").expect(200).items().stream()
        .anyMatch(view -> view.getString("id").equals(id));
  }

  @Test
  void onesOwnIsOnesOwn() {
    Answer kept = keep(member, "?status=AVAILABLE,MISSING&sort=-updatedAt", false).expect(201);
    assertThat(kept.json().getString("query"))
        .isEqualTo("status=AVAILABLE,MISSING&sort=-updatedAt");
    String path = "/v1/views/" + kept.id();
    assertThat(shows(member, kept.id())).isTrue();
    assertThat(shows(other, kept.id())).isFalse();
    assertThat(shows(admin, kept.id())).isFalse();
    other.get(path).expect(404);
    other.patch(path, json("{'name': 'x'}")).expect(404);
    admin.delete(path).expect(404);
    keep(member, "", false).expect(409);
    keep(other, "", false).expect(201);
    member.patch(path, json("{'query': 'q=drill'}")).expect(200);
    member.delete(path).expect(204);
    member.get(path).expect(404);
  }

  @Test
  void whatIsSharedIsEverybodysToSee() {
    keep(member, "q=x", true).expect(403);
    String id = keep(admin, "q=x", true).expect(201).id();
    assertThat(shows(member, id)).isTrue();
    member.patch("/v1/views/" + id, json("{'query': 'q=y'}")).expect(403);
    member.delete("/v1/views/" + id).expect(403);
    admin.patch("/v1/views/" + id, json("{'shared': false}")).expect(200);
    assertThat(shows(member, id)).isFalse();
  }

  @Test
  void whatTheListDoesNotKnowIsRefused() {
    for (String query : new String[] {"after=x", "limit=5", "colour=red", "q=%E0%A4%A"}) {
      String text = query.replace("%", "%%");
      assertThat(
              member
                  .post("/v1/views", json("{'name': 'n', 'query': '" + text + "'}"))
                  .expect(422)
                  .body())
          .as(query)
          .contains("\"query\"");
    }
    keep(member, "field.nothing-is-called-so=230", false).expect(400);
    keep(member, "due.to=never", false).expect(400);
    keep(member, "condition=POOR&q=%C3%A4", false).expect(201);
  }
}

package asset2go.custody;

import static asset2go.running.Text.json;
import static org.assertj.core.api.Assertions.assertThat;

import asset2go.running.Answer;
import asset2go.running.Api;
import asset2go.running.Colleague;
import asset2go.running.Imports;
import asset2go.running.OneSystem;
import asset2go.running.Some;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who has what, as a file: whole, narrowed as the list is, and only what one may see. */
final class CustodyFileTest {

  private final Api api = OneSystem.api();
  private final String word = Some.word();

  private static List<String> lines(Api who, String query) {
    Answer file = who.get("/v1/custodies?format=csv&" + query).expect(200);
    assertThat(file.header("Content-Type")).startsWith("text/csv");
    return file.body().lines().skip(1).toList();
  }

  private String asset(String tag) {
    return api.post("/v1/assets", json("{'tag': '%s', 'name': '=Drill'}", tag)).expect(201).id();
  }

  @Test
  void itSaysWhoHasWhatSinceWhenAndUntilWhen() {
    String holder = Some.person(api).id();
    String back = "C-" + word + "-1";
    String late = "C-" + word + "-2";
    LocalDate yesterday = LocalDate.now(ZoneOffset.UTC).minusDays(1);
    for (String tag : List.of(back, late)) {
      asset(tag);
    }
    Answer out =
        api.post(
                "/v1/custodies",
                json(
                    "{'items': [{'asset': '%s'}, {'asset': '%s'}], 'due': '%s', 'notes': 'a, b',"
                        + " 'to': {'kind': 'PERSON', 'id': '%s'}}",
                    back, late, yesterday, holder))
            .expect(200);
    String item = "{'items': [{'asset': '%s'}], 'condition': 'POOR', 'notes': 'dented'}";
    api.post("/v1/custodies/return", json(item, back)).expect(200);
    String today = LocalDate.now(ZoneOffset.UTC).toString();
    assertThat(lines(api, "state=ended&holder=" + holder))
        .singleElement()
        .asString()
        .startsWith(back + ",'=Drill,PERSON,")
        .contains(today + "T", "," + yesterday + ",", ",POOR,\"a, b\",dented,");
    assertThat(lines(api, "state=overdue&holder=" + holder))
        .singleElement()
        .asString()
        .startsWith(late)
        .contains(",,true,");
    assertThat(lines(api, "state=open&holder=" + holder)).hasSize(1);
    assertThat(lines(api, "basket=" + out.json().getString("id"))).hasSize(2);
    assertThat(lines(api, "holder=nobody")).isEmpty();
    api.get("/v1/custodies?format=csv&state=lost").expect(400);
    Api page =
        Api.at(OneSystem.get().web())
            .with("Cookie", "a2g=" + Colleague.with("AUDITOR").signIn().token());
    assertThat(page.get("/custody.csv?state=open&holder=" + holder).expect(200).body())
        .contains(late)
        .doesNotContain(back);
    assertThat(page.get("/custody?holder=" + holder).expect(200).body())
        .contains("/custody.csv?")
        .contains("state=open");
  }

  /** More than are read at a time. */
  @Test
  void allOfItComesHoweverLong() {
    StringBuilder rows = new StringBuilder("tag,name,holder\n");
    for (int i = 0; i < 1234; i++) {
      rows.append("M-%s-%04d,Many,many-%s@example.test%n".formatted(word, i, word));
    }
    new Imports(api).run("assets", "many.csv", rows.toString().getBytes(StandardCharsets.UTF_8));
    String holder = api.get("/v1/people?q=many-" + word).items().get(0).getString("id");
    for (String query : List.of("", "state=open&")) {
      assertThat(lines(api, query + "limit=5&holder=" + holder))
          .hasSize(1234)
          .doesNotHaveDuplicates();
    }
  }
}

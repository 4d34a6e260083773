package asset2go.check;

import asset2go.running.Answer;
import asset2go.running.Api;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;

/** The check of the whole graph, from its beginning to its end, as an administrator asks for it. */
public final class GraphSoundness {

  private GraphSoundness() {}

  /** What is wrong with bookings, what they take, and kits. */
  public static List<String> ofBookings(Api administrator) {
    return findings(administrator).stream()
        .filter(one -> one.matches("(BOOKED_ONCE|OUT_IS_HELD|\\S+ (Booking|Kit)) .*"))
        .toList();
  }

  /** Everything that is wrong, as {@code RULE Kind id: detail}. */
  public static List<String> findings(Api administrator) {
    List<String> findings = new ArrayList<>();
    String after = "";
    while (after != null) {
      Answer answer = administrator.get("/v1/checks/graph?limit=10000" + after).expect(200);
      for (JsonObject one : answer.json().getJsonArray("findings").getValuesAs(JsonObject.class)) {
        findings.add(
            "%s %s %s: %s"
                .formatted(
                    one.getString("rule"),
                    one.getString("kind"),
                    one.getString("id"),
                    one.getString("detail")));
      }
      JsonValue next = answer.json().get("next");
      boolean more = next != null && next.getValueType() == JsonValue.ValueType.STRING;
      after = more ? "&after=" + answer.json().getString("next") : null;
    }
    return findings;
  }
}

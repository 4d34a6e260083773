package asset2go.booking;

import static org.assertj.core.api.Assertions.assertThat;

import asset2go.running.Answer;
import asset2go.running.Api;
import asset2go.running.Colleague;
import asset2go.running.OneSystem;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** Calendar programs read bookings at an address that can be revoked. */
final class CalendarFeedTest {

  @Test
  void theAddressServesOnesOwnBookingsUntilItIsRevoked() {
    Api member = Colleague.with("MEMBER").signIn();
    Shop shop = Shop.with(OneSystem.api(), 2);
    shop.bookAny(1, 0, 4).expect(201);
    String own = shop.by(member).bookAny(1, 0, 4).expect(201).id();
    assertThat(member.get("/v1/me/calendar-feed").expect(200).json()).isEmpty();
    String first = address(member);
    Api program = OneSystem.get().api();
    Answer calendar = program.get(first).expect(200);
    assertThat(calendar.header("Content-Type")).startsWith("text/calendar");
    assertThat(calendar.body())
        .contains("UID:" + own + "@asset2go")
        .containsOnlyOnce("BEGIN:VEVENT");
    assertThat(member.get("/v1/me/calendar-feed").json()).doesNotContainKey("address");
    String second = address(member);
    program.get(first).expect(404);
    program.get(second).expect(200);
    member.delete("/v1/me/calendar-feed").expect(204);
    program.get(second).expect(404);
  }

  private static String address(Api member) {
    return URI.create(member.post("/v1/me/calendar-feed").expect(200).json().getString("address"))
        .getPath();
  }
}

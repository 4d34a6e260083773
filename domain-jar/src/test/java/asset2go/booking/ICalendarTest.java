package asset2go.booking;

import static org.assertj.core.api.Assertions.assertThat;

import asset2go.page.Ref;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ICalendarTest {

  private static final ICalendar CALENDAR = new ICalendar(URI.create("https://assets.example/"));

  @Test
  void aBookingIsAnEventInUtc() {
    assertThat(CALENDAR.of(List.of(booking("Fair, hall 3; bring \\ tape\nand lamps"))).lines())
        .contains(
            "UID:b1@asset2go",
            "DTSTART:20270328T005900Z",
            "DTEND:20270328T120000Z",
            "SEQUENCE:3",
            "SUMMARY:2 × Camera\\, large",
            "DESCRIPTION:Fair\\, hall 3\\; bring \\\\ tape\\nand lamps\\nKim",
            "STATUS:CONFIRMED",
            "URL:https://assets.example/bookings/b1");
  }

  @Test
  void everyLineEndsWithCrLfAndHasAtMost75Octets() {
    String text = CALENDAR.of(List.of(booking("ü𝄞".repeat(200))));
    assertThat(text.replace("\r\n", "")).doesNotContain("\n", "\r");
    assertThat(text.split("\r\n", -1))
        .allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
    assertThat(text.replace("\r\n ", "")).contains("ü𝄞".repeat(200));
  }

  private static Booking booking(String purpose) {
    Instant made = Instant.parse("2026-11-28T10:00:00Z");
    return new Booking(
        "b1",
        BookingState.CONFIRMED,
        purpose,
        new Ref("p1", "Kim"),
        new Ref("p1", "Kim"),
        Instant.parse("2027-03-28T00:59:00Z"),
        Instant.parse("2027-03-28T12:00:00Z"),
        "Europe/Berlin",
        null,
        List.of(new Booking.Line(null, new Ref("m1", "Camera, large"), 2, 2, List.of())),
        List.of(),
        made,
        made,
        3);
  }
}

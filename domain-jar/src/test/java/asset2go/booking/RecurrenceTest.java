package asset2go.booking;

import static org.assertj.core.api.Assertions.assertThat;

import asset2go.booking.BookingRepeat.Unit;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RecurrenceTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Test
  void nineOClockStaysNineOClockWhenTheClocksChange() {
    // In 2027 the clocks of Berlin go forward on 28 March.
    assertThat(times("2027-03-22T09:00", "2027-03-22T11:30", new BookingRepeat(Unit.WEEK, null, 2)))
        .containsExactly(
            new Recurrence.Time(
                Instant.parse("2027-03-22T08:00:00Z"), Instant.parse("2027-03-22T10:30:00Z")),
            new Recurrence.Time(
                Instant.parse("2027-03-29T07:00:00Z"), Instant.parse("2027-03-29T09:30:00Z")));
  }

  @Test
  void whatTheClocksSkipBeginsWhenTheyGoOn() {
    assertThat(times("2027-03-27T02:30", "2027-03-27T05:00", new BookingRepeat(Unit.DAY, 1, 2)))
        .last()
        .isEqualTo(
            new Recurrence.Time(
                Instant.parse("2027-03-28T01:30:00Z"), Instant.parse("2027-03-28T03:00:00Z")));
  }

  @Test
  void theLastDayOfAMonthStaysOne() {
    assertThat(times("2027-01-31T09:00", "2027-01-31T10:00", new BookingRepeat(Unit.MONTH, 1, 3)))
        .extracting(time -> LocalDateTime.ofInstant(time.from(), BERLIN).toLocalDate().toString())
        .containsExactly("2027-01-31", "2027-02-28", "2027-03-31");
  }

  private static List<Recurrence.Time> times(String from, String to, BookingRepeat repeat) {
    return Recurrence.of(
        LocalDateTime.parse(from).atZone(BERLIN).toInstant(),
        LocalDateTime.parse(to).atZone(BERLIN).toInstant(),
        BERLIN,
        repeat);
  }
}

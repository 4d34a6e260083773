package asset2go.booking;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Bookings as a calendar program reads them (RFC 5545). Times are sent in UTC, which every program
 * shows by its own clock.
 *
 * @param appUrl where a booking can be looked at
 */
record ICalendar(URI appUrl) {

  /** Octets of a line without its end (section 3.1). */
  private static final int LINE = 75;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  String of(List<Booking> bookings) {
    StringBuilder text = new StringBuilder();
    line(text, "BEGIN:VCALENDAR");
    line(text, "VERSION:2.0");
    line(text, "PRODID:-//Asset2Go//Bookings//EN");
    line(text, "CALSCALE:GREGORIAN");
    line(text, "METHOD:PUBLISH");
    line(text, "X-WR-CALNAME:Asset2Go");
    line(text, "REFRESH-INTERVAL;VALUE=DURATION:PT1H");
    bookings.forEach(booking -> event(text, booking));
    line(text, "END:VCALENDAR");
    return text.toString();
  }

  private void event(StringBuilder text, Booking booking) {
    line(text, "BEGIN:VEVENT");
    line(text, "UID:" + booking.id() + "@asset2go");
    line(text, "DTSTAMP:" + time(booking.updatedAt()));
    line(text, "LAST-MODIFIED:" + time(booking.updatedAt()));
    line(text, "SEQUENCE:" + booking.version());
    line(text, "DTSTART:" + time(booking.from()));
    line(text, "DTEND:" + time(booking.to()));
    line(text, "SUMMARY:" + escaped(summary(booking)));
    line(text, "DESCRIPTION:" + escaped(description(booking)));
    line(text, "STATUS:" + status(booking.state()));
    line(text, "URL:" + appUrl.toString().replaceAll("/$", "") + "/bookings/" + booking.id());
    line(text, "END:VEVENT");
  }

  private static String summary(Booking booking) {
    return booking.lines().stream()
        .map(
            line ->
                line.asset() != null
                    ? line.asset().tag() + " " + line.asset().name()
                    : line.quantity() + " × " + Objects.requireNonNull(line.model()).name())
        .collect(Collectors.joining(", "));
  }

  private static String description(Booking booking) {
    String purpose = booking.purpose() == null ? "" : booking.purpose() + "\n";
    return purpose + booking.person().name();
  }

  private static String status(BookingState state) {
    return switch (state) {
      case REQUESTED -> "TENTATIVE";
      case CONFIRMED, CHECKED_OUT, COMPLETED -> "CONFIRMED";
      case CANCELLED, REJECTED -> "CANCELLED";
    };
  }

  private static String time(Instant instant) {
    return TIME.format(instant);
  }

  /** Text as section 3.3.11 wants it. */
  private static String escaped(@Nullable String text) {
    return String.valueOf(text)
        .replace("\\", "\\\\")
        .replace(";", "\\;")
        .replace(",", "\\,")
        .replace("\r\n", "\\n")
        .replace("\n", "\\n")
        .replaceAll("\\p{Cntrl}", "");
  }

  /** Folds what is longer than a line may be, between characters. */
  private static void line(StringBuilder text, String line) {
    int octets = 0;
    int most = LINE;
    for (int i = 0; i < line.length(); i = line.offsetByCodePoints(i, 1)) {
      String character = line.substring(i, line.offsetByCodePoints(i, 1));
      int length = character.getBytes(StandardCharsets.UTF_8).length;
      if (octets + length > most) {
        text.append("\r\n ");
        octets = 0;
        most = LINE - 1;
      }
      text.append(character);
      octets += length;
    }
    text.append("\r\n");
  }
}

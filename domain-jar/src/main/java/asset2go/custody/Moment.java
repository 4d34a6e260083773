package asset2go.custody;

import asset2go.problem.DomainError;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * A day or an instant that somebody asks about.
 *
 * @param begin of a day its start in UTC
 * @param end of a day the start of the next, of an instant a nanosecond later: not part of it
 */
record Moment(Instant begin, Instant end) {

  /**
   * Reads {@code 2026-11-28}, {@code 2026-11-28T12:00:00Z} or {@code 2026-11-28T13:00:00+01:00}.
   *
   * @throws DomainError.Malformed for anything else
   */
  static Moment parse(String field, String text) {
    try {
      if (text.length() <= "2026-11-28".length()) {
        LocalDate day = LocalDate.parse(text);
        return new Moment(
            day.atStartOfDay(ZoneOffset.UTC).toInstant(),
            day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
      }
      // A plus in an address is a blank unless it is written as %2B.
      Instant instant = OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
      return new Moment(instant, instant.plusNanos(1));
    } catch (DateTimeException e) {
      throw new DomainError.Malformed(
          field, "must be a day such as 2026-11-28 or a moment such as 2026-11-28T12:00:00Z");
    }
  }
}

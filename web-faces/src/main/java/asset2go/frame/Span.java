package asset2go.frame;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * A stretch of time that an address names as {@code from} and {@code to}, by the wall clock of who
 * looks.
 */
public record Span(Instant from, Instant to, ZoneId zone) {

  /**
   * Reads it.
   *
   * @param usual how long it is where no end is named, or one before the beginning; it begins now
   *     where no beginning is named
   */
  public static Span of(HttpServletRequest request, ZoneId zone, Duration usual) {
    var from = read(request, "from", zone, Instant.now().truncatedTo(ChronoUnit.MINUTES));
    var to = read(request, "to", zone, from.plus(usual));
    return new Span(from, to.isAfter(from) ? to : from.plus(usual), zone);
  }

  private static Instant read(
      HttpServletRequest request, String name, ZoneId zone, Instant otherwise) {
    try {
      var typed = Form.orNull(request.getParameter(name));
      return typed == null ? otherwise : LocalDateTime.parse(typed).atZone(zone).toInstant();
    } catch (DateTimeException unreadable) {
      return otherwise;
    }
  }

  /** The beginning as a field has it. */
  public String getFirst() {
    return local(from);
  }

  /** The end as a field has it. */
  public String getLast() {
    return local(to);
  }

  private String local(Instant instant) {
    return LocalDateTime.ofInstant(instant, zone).truncatedTo(ChronoUnit.MINUTES).toString();
  }
}

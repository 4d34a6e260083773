package asset2go.booking;

import asset2go.problem.DomainError;
import asset2go.problem.Fault;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants and when, as far as it makes sense by itself.
 *
 * @param lines in the order in which they were given
 */
record Wish(Instant from, Instant to, List<BookingDraft.Wanted> lines) {

  /** What has begun may still be noted, but not what is long past. */
  private static final Duration LATE = Duration.ofDays(1);

  /**
   * @throws DomainError.Invalid for a period that is none or past, or a line that says nothing
   */
  static Wish of(Instant from, Instant to, List<BookingDraft.Wanted> lines, Instant now) {
    return of(from, to, lines, now, null);
  }

  /**
   * @param begun the beginning that it has already, which may lie in the past
   */
  static Wish of(
      Instant from,
      Instant to,
      List<BookingDraft.Wanted> lines,
      Instant now,
      @Nullable Instant begun) {
    if (!from.isBefore(to)) {
      throw new DomainError.Invalid("to", "must be after the beginning");
    }
    if (!to.isAfter(now) || from.isBefore(now.minus(LATE)) && !from.equals(begun)) {
      throw new DomainError.Invalid("from", "lies in the past");
    }
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < lines.size(); i++) {
      BookingDraft.Wanted line = lines.get(i);
      String field = "lines[" + i + "]";
      if (Stream.of(line.assetId(), line.modelId(), line.kitId())
              .filter(java.util.Objects::nonNull)
              .count()
          != 1) {
        throw new DomainError.Invalid(
            field, Fault.REQUIRED, "must name either an asset, a model or a kit");
      }
      if (line.assetId() != null && quantity(line) != 1) {
        throw new DomainError.Invalid(
            field + ".quantity", Fault.OUT_OF_RANGE, "of an asset there is one");
      }
      if (!seen.add(line.assetId() + "/" + line.modelId() + "/" + line.kitId())) {
        throw new DomainError.Invalid(field, "stands twice in the booking");
      }
    }
    return new Wish(from, to, lines);
  }

  /**
   * The name of a time zone.
   *
   * @throws DomainError.Invalid for a name that no zone has
   */
  static String zone(@Nullable String asked) {
    try {
      return asked == null || asked.isBlank() ? "UTC" : ZoneId.of(asked.strip()).getId();
    } catch (DateTimeException e) {
      throw new DomainError.Invalid(
          "zone", Fault.UNKNOWN, "must be a time zone such as Europe/Berlin");
    }
  }

  static int quantity(BookingDraft.Wanted line) {
    return line.quantity() == null ? 1 : line.quantity();
  }

  List<String> assetIds() {
    return ids(lines.stream().map(BookingDraft.Wanted::assetId));
  }

  List<String> modelIds() {
    return ids(lines.stream().map(BookingDraft.Wanted::modelId));
  }

  private static List<String> ids(Stream<@Nullable String> ids) {
    return ids.filter(java.util.Objects::nonNull).map(String::valueOf).sorted().toList();
  }
}

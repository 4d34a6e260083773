package asset2go.booking;

import asset2go.problem.DomainError;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says in words why a wish cannot be had. */
final class Clash {

  private static final int TOLD = 5;

  private Clash() {}

  static DomainError.Conflict of(BookingCheck check) {
    return new DomainError.Conflict(
        Stream.concat(
                check.kits().stream().filter(kit -> !kit.shortSlots().isEmpty()).map(Clash::words),
                check.lines().stream()
                    .filter(line -> line.free() < line.quantity())
                    .map(Clash::words))
            .limit(TOLD)
            .collect(
                Collectors.collectingAndThen(
                    Collectors.joining(" "),
                    words -> words.isEmpty() ? "It cannot be had all together." : words)));
  }

  private static String words(BookingCheck.Kits kit) {
    return "Of the kit %s %d can be had then, not %d: short of %s."
        .formatted(
            kit.kit().name(), kit.free(), kit.quantity(), String.join(", ", kit.shortSlots()));
  }

  private static String words(BookingCheck.Line line) {
    String what =
        line.asset() != null
            ? line.asset().tag() + " is not free then"
            : line.model() == null
                ? "It is not free then"
                : "Of %s %d can be had then, not %d"
                    .formatted(line.model().name(), line.free(), line.quantity());
    return what
        + line.clashes().stream()
            .limit(TOLD)
            .map(Clash::words)
            .collect(
                Collectors.collectingAndThen(
                    Collectors.joining("; "), times -> times.isEmpty() ? "." : ": " + times + "."));
  }

  private static String words(BusyPeriod period) {
    String kind =
        switch (period.kind()) {
          case BOOKED -> "booked";
          case HELD -> "handed out";
          case OUT_OF_USE -> "out of use";
        };
    return kind
        + " from "
        + period.from()
        + (period.to() == null ? " without an end" : " to " + period.to());
  }
}

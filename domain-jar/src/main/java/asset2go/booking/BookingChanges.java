package asset2go.booking;

import asset2go.asset.AssetEvent.Change;
import asset2go.booking.BookingDraft.Wanted;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A booking as what it was made from, and what changes between two of those. */
final class BookingChanges {

  private static final Set<String> OF_OTHERS_CONCERN = Set.of("from", "to", "lines");

  private BookingChanges() {}

  static BookingDraft draft(Booking booking) {
    return new BookingDraft(
        booking.purpose(),
        booking.person().id(),
        booking.from(),
        booking.to(),
        booking.zone(),
        booking.lines().stream().map(BookingChanges::wanted).toList());
  }

  private static Wanted wanted(Booking.Line line) {
    return line.asset() != null
        ? Wanted.asset(line.asset().id())
        : Wanted.ofModel(Objects.requireNonNull(line.model()).id(), line.quantity());
  }

  /** What differs, by fields of the draft. */
  static Set<String> between(BookingDraft before, BookingDraft after) {
    Set<String> fields = new TreeSet<>();
    note(fields, "purpose", before.purpose(), after.purpose());
    note(fields, "personId", before.personId(), after.personId());
    note(fields, "from", before.from(), after.from());
    note(fields, "to", before.to(), after.to());
    note(fields, "zone", before.zone(), Wish.zone(after.zone()));
    note(fields, "lines", before.lines(), after.lines());
    return fields;
  }

  private static void note(
      Set<String> fields, String field, @Nullable Object before, @Nullable Object after) {
    if (!Objects.equals(before, after)) {
      fields.add(field);
    }
  }

  /** What differs, in words for the audit trail. */
  static List<Change> story(@Nullable Booking before, Booking after) {
    List<Change> changes = new ArrayList<>();
    add(changes, "purpose", before == null ? null : before.purpose(), after.purpose());
    add(changes, "person", before == null ? null : before.person().name(), after.person().name());
    add(changes, "from", before == null ? null : "" + before.from(), "" + after.from());
    add(changes, "to", before == null ? null : "" + before.to(), "" + after.to());
    add(changes, "zone", before == null ? null : before.zone(), after.zone());
    add(changes, "lines", before == null ? null : words(before), words(after));
    return changes;
  }

  static List<Change> state(BookingState before, BookingState after, @Nullable String reason) {
    List<Change> changes = new ArrayList<>();
    add(changes, "state", before.name(), after.name());
    add(changes, "reason", null, reason);
    return changes;
  }

  /** Whether others could be in the way of the changes. */
  static boolean concernOthers(Set<String> fields) {
    return fields.stream().anyMatch(OF_OTHERS_CONCERN::contains);
  }

  /** Whether something of it was fetched, be it back or not. */
  static boolean isFetched(Booking booking) {
    return booking.lines().stream().anyMatch(line -> !line.fetched().isEmpty());
  }

  /**
   * What of a booking is out or still to be fetched, for the period of a wish: assets that were
   * handed out for a model count as themselves.
   */
  static Wish remaining(Booking booking, Wish wish) {
    List<Wanted> lines = new ArrayList<>();
    for (Booking.Line line : booking.lines()) {
      line.fetched().stream()
          .filter(fetched -> fetched.backAt() == null)
          .forEach(fetched -> lines.add(Wanted.asset(fetched.asset().id())));
      if (line.open() > 0) {
        lines.add(
            line.asset() != null
                ? Wanted.asset(line.asset().id())
                : Wanted.ofModel(Objects.requireNonNull(line.model()).id(), line.open()));
      }
    }
    return new Wish(wish.from(), wish.to(), lines);
  }

  private static String words(Booking booking) {
    return booking.lines().stream()
        .map(
            line ->
                line.asset() != null
                    ? line.asset().tag()
                    : line.quantity() + " × " + Objects.requireNonNull(line.model()).name())
        .collect(Collectors.joining(", "));
  }

  private static void add(
      List<Change> changes, String field, @Nullable String before, @Nullable String after) {
    if (!Objects.equals(before, after)) {
      changes.add(new Change(field, before, after));
    }
  }
}

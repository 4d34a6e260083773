package asset2go.booking;

import asset2go.page.Ref;
import asset2go.page.Versioned;
import org.jspecify.annotations.Nullable;

/**
 * The rules for bookings of a category.
 *
 * @param id that of the category, or {@link #EVERYTHING}
 * @param category null for the rules for everything
 * @param own what is said here
 * @param effective what applies, with what the categories above say
 */
public record BookingPolicy(
    String id, @Nullable Ref category, BookingRules own, BookingRules effective, long version)
    implements Versioned {

  /** Id of the rules that apply where no category says otherwise. */
  public static final String EVERYTHING = "everything";
}

package asset2go.booking;

import asset2go.identity.RoleName;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What applies to bookings of a kind of equipment. What is missing applies as in the category
 * above, at last as in the rules for everything; where it is missing there too, there is no such
 * rule. Administrators and managers are bound by the buffers only.
 *
 * @param longestHours how long a booking may be
 * @param furthestDays how far ahead it may begin
 * @param roles who may book: one of these roles is enough
 * @param approval whether somebody has to approve it
 * @param bufferBeforeMinutes for how long before it nobody else may have the equipment
 * @param bufferAfterMinutes the same after it
 */
public record BookingRules(
    @Nullable @Min(1) @Max(87_600) Integer longestHours,
    @Nullable @Min(1) @Max(3_650) Integer furthestDays,
    @Nullable @Size(max = 10) List<@NotNull RoleName> roles,
    @Nullable Boolean approval,
    @Nullable @Min(0) @Max(43_200) Integer bufferBeforeMinutes,
    @Nullable @Min(0) @Max(43_200) Integer bufferAfterMinutes) {

  /** No rule at all. */
  public static final BookingRules NONE = new BookingRules(null, null, null, null, null, null);

  /** These, and what they do not say as the others say it. */
  public BookingRules over(BookingRules above) {
    return new BookingRules(
        longestHours == null ? above.longestHours : longestHours,
        furthestDays == null ? above.furthestDays : furthestDays,
        roles == null ? above.roles : roles,
        approval == null ? above.approval : approval,
        bufferBeforeMinutes == null ? above.bufferBeforeMinutes : bufferBeforeMinutes,
        bufferAfterMinutes == null ? above.bufferAfterMinutes : bufferAfterMinutes);
  }
}

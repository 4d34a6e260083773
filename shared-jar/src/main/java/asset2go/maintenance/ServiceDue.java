package asset2go.maintenance;

import asset2go.page.Ref;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a plan wants next of an asset, whichever comes first.
 *
 * @param on day on which it is due
 * @param meter the meter that it goes by
 * @param at total of that meter at which it is due
 * @param order the work order that was opened for it, while that is not closed
 */
public record ServiceDue(
    Ref plan,
    WorkKind kind,
    @Nullable LocalDate on,
    @Nullable String meter,
    @Nullable Double at,
    @Nullable Ref order) {}

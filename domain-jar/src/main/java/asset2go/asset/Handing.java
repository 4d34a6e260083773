package asset2go.asset;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A custody that is to begin.
 *
 * @param custodyId its id
 * @param to who takes it, with the name
 * @param due day by which it is to come back
 * @param basketId what is handed over together has the same
 * @param previousId the custody that it takes over from
 */
public record Handing(
    String custodyId,
    Holder to,
    @Nullable LocalDate due,
    @Nullable String basketId,
    @Nullable String previousId) {}

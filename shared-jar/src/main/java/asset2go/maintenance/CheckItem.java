package asset2go.maintenance;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of a work order's checklist.
 *
 * @param done whether it is ticked off
 * @param doneBy name of who ticked it off; filled in by the API
 * @param doneAt when; filled in by the API
 */
public record CheckItem(
    @NotBlank @Size(max = 500) String text,
    @Nullable Boolean done,
    @Nullable String doneBy,
    @Nullable Instant doneAt) {

  /** One that is still to be done. */
  public static CheckItem of(String text) {
    return new CheckItem(text, null, null, null);
  }

  /** Whether it is ticked off. */
  public boolean ticked() {
    return Boolean.TRUE.equals(done);
  }
}

package asset2go.maintenance;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * What a plan covers.
 *
 * @param name shown to people; filled in by the API
 */
public record PlanSubject(@NotNull Kind kind, @NotBlank String id, @Nullable String name) {

  /** How a plan finds its assets. */
  public enum Kind {
    /** One. */
    ASSET,
    /** All of a model. */
    MODEL,
    /** All that stand at a location or below, also inside other assets. */
    LOCATION
  }
}

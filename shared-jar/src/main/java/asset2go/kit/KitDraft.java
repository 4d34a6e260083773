package asset2go.kit;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A kit to be made, or changed. */
public record KitDraft(
    @NotBlank @Size(max = 200) String name,
    @Nullable @Size(max = 2000) String description,
    @NotEmpty @Size(max = 50) List<@Valid @NotNull Slot> slots) {

  /**
   * A place in it.
   *
   * @param accepts a kit by itself, or models and categories, the preferred first
   */
  public record Slot(
      @NotBlank @Size(max = 200) String name,
      @Min(1) @Max(100) int quantity,
      @NotEmpty @Size(max = 20) List<@Valid @NotNull Accepted> accepts) {}

  /** What fits. */
  public record Accepted(@NotNull Kit.Kind kind, @NotBlank @Size(max = 100) String id) {}
}

package asset2go.asset;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a new asset is made from.
 *
 * @param tag generated where missing
 * @param status ORDERED, RECEIVED or AVAILABLE; AVAILABLE where missing
 * @param companyId the default company where missing
 * @param locationId not together with {@code containerId}
 */
public record AssetDraft(
    @Nullable @Size(max = 100) String tag,
    @NotBlank @Size(max = 300) String name,
    @Nullable @Size(max = 200) String serial,
    @Nullable EquipmentStatus status,
    @Nullable Condition condition,
    @Nullable String companyId,
    @Nullable String modelId,
    @Nullable String locationId,
    @Nullable String containerId,
    @Nullable @Valid Purchase purchase,
    @Nullable @Size(max = 10_000) String notes) {

  /** The same, bought in another way. */
  public AssetDraft with(@Nullable Purchase other) {
    return new AssetDraft(
        tag,
        name,
        serial,
        status,
        condition,
        companyId,
        modelId,
        locationId,
        containerId,
        other,
        notes);
  }
}

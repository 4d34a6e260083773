package asset2go.asset;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a new asset is made from.
 *
 * @param tag generated where missing
 * @param status ORDERED, RECEIVED or AVAILABLE; AVAILABLE where missing
 * @param companyId the default company where missing
 * @param fields values of custom fields by the field's id; of what a number, a date or a truth
 *     value is, its text does as well
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
    @Nullable @Size(max = 10_000) String notes,
    @Nullable String batchId,
    @Nullable Map<String, @Nullable Object> fields) {

  /** The same, with this of what its purchase and its custom fields name. */
  public AssetDraft resolved(
      @Nullable Purchase bought, @Nullable Map<String, @Nullable Object> values) {
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
        bought,
        notes,
        batchId,
        values);
  }
}

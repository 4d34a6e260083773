package asset2go.asset;

import asset2go.catalogue.CustomField;
import asset2go.maintenance.CalibrationState;
import asset2go.page.Ref;
import asset2go.page.Versioned;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A piece of equipment as the API shows it.
 *
 * @param id UUIDv7, never changes
 * @param tag what stands on its label; unique within its company
 * @param location where it stands: its own location, or that of its outermost container
 * @param container the asset that it stands in, at once
 * @param holder who has it in custody
 * @param due day on which the custody ends
 * @param batch that it is of
 * @param calibration how it stands by its latest calibration; null where it was never calibrated
 * @param fields values of custom fields by the field's id: texts, numbers, true or false; dates as
 *     texts. Only those that the caller may see
 * @param definitions the custom fields that it has, inherited ones first; filled in on a single
 *     asset, not in lists
 * @param version counts the changes; its ETag
 * @param next steps that its status allows; filled in on a single asset, not in lists
 */
public record Asset(
    String id,
    String tag,
    String name,
    @Nullable String serial,
    EquipmentStatus status,
    @Nullable Condition condition,
    Ref company,
    @Nullable Model model,
    @Nullable Place location,
    @Nullable AssetRef container,
    @Nullable Holder holder,
    @Nullable LocalDate due,
    @Nullable Purchase purchase,
    @Nullable String notes,
    @Nullable Ref batch,
    @Nullable CalibrationState calibration,
    @Nullable Map<String, Object> fields,
    @Nullable List<CustomField> definitions,
    Instant createdAt,
    Instant updatedAt,
    long version,
    @Nullable List<NextStep> next)
    implements Versioned {

  /** What it is: a model with its manufacturer and category. */
  public record Model(String id, String name, @Nullable Ref manufacturer, @Nullable Ref category) {}

  /**
   * Where it is.
   *
   * @param path the locations above, outermost first, without itself
   */
  public record Place(String id, String code, String name, @Nullable List<Ref> path) {}

  /**
   * A step that may be taken next.
   *
   * @param needs what the request must carry: names of {@link Lifecycle.Guard}
   */
  public record NextStep(EquipmentStatus to, List<String> needs) {}
}

package asset2go.catalogue;

import asset2go.page.Ref;
import asset2go.page.Versioned;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The small records that assets are described with. */
public final class Catalogue {

  private Catalogue() {}

  /** An owner of equipment: a firm or a department with books of its own. */
  public record Company(String id, String name, boolean standard, long version)
      implements Versioned {}

  /**
   * A kind of equipment, in a tree.
   *
   * @param depreciation its own; null where it inherits one, or none
   * @param inherited what the nearest category above has to say of depreciation
   * @param needsCalibration whether nothing of it, and of what is below it, goes out unless its
   *     calibration counts
   */
  public record Category(
      String id,
      String name,
      @Nullable Ref parent,
      @Nullable Depreciation depreciation,
      @Nullable Inherited inherited,
      boolean needsCalibration,
      long version)
      implements Versioned {}

  /** A depreciation with the category that it is defined for. */
  public record Inherited(Depreciation depreciation, Ref category) {}

  /** Who makes it. */
  public record Manufacturer(String id, String name, long version) implements Versioned {}

  /** Who sells it, and how they are reached. */
  public record Supplier(
      String id,
      String name,
      @Nullable String contact,
      @Nullable String email,
      @Nullable String phone,
      @Nullable String website,
      @Nullable String notes,
      long version)
      implements Versioned {}

  /**
   * What was made or delivered together, and may be faulty together.
   *
   * @param name its number, as the supplier writes it
   */
  public record Batch(
      String id,
      String name,
      @Nullable Ref supplier,
      @Nullable LocalDate receivedOn,
      @Nullable String notes,
      long version)
      implements Versioned {}

  /** A product of a manufacturer. */
  public record AssetModel(
      String id,
      String name,
      @Nullable String number,
      @Nullable Ref manufacturer,
      @Nullable Ref category,
      long version)
      implements Versioned {}

  /** A new company or manufacturer. */
  public record NameDraft(@NotBlank @Size(max = 300) String name) {}

  /**
   * A new category.
   *
   * @param depreciation null to inherit it
   * @param needsCalibration whether nothing of it goes out unless its calibration counts; no where
   *     missing
   */
  public record CategoryDraft(
      @NotBlank @Size(max = 300) String name,
      @Nullable String parentId,
      @Nullable @Valid Depreciation depreciation,
      @Nullable Boolean needsCalibration) {}

  /**
   * A new supplier.
   *
   * @param contact whom to ask for
   * @param website address that begins with http:// or https://
   */
  public record SupplierDraft(
      @NotBlank @Size(max = 300) String name,
      @Nullable @Size(max = 200) String contact,
      @Nullable @Email @Size(max = 320) String email,
      @Nullable @Size(max = 100) String phone,
      @Nullable
          @Size(max = 500)
          @Pattern(
              regexp = "https?://[^\\s<>\"]+",
              message = "must be an address such as https://example.com")
          String website,
      @Nullable @Size(max = 10_000) String notes) {}

  /** A new batch. */
  public record BatchDraft(
      @NotBlank @Size(max = 200) String name,
      @Nullable String supplierId,
      @Nullable LocalDate receivedOn,
      @Nullable @Size(max = 10_000) String notes) {}

  /** A new model. */
  public record AssetModelDraft(
      @NotBlank @Size(max = 300) String name,
      @Nullable @Size(max = 200) String number,
      @Nullable String manufacturerId,
      @Nullable String categoryId) {}
}

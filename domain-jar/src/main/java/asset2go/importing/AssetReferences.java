package asset2go.importing;

import asset2go.importing.AssetRow.ModelName;
import asset2go.importing.ModelNames.Model;
import asset2go.page.Ref;
import org.jspecify.annotations.Nullable;

/** What the rows of a batch name, resolved. */
record AssetReferences(
    String standardCompany,
    Names companies,
    Names suppliers,
    BatchNumbers batches,
    ModelNames models,
    Places places,
    Holders holders) {

  private static final String MISSING =
      "is not there, and this import is not to make what is missing";

  /** The company that a row names, null where it names none. */
  @Nullable String company(AssetRow row) throws Refusal {
    if (row.company() == null) {
      return null;
    }
    Ref company = companies.get(row.company());
    if (company == null) {
      throw new Refusal(Field.COMPANY, row.company(), MISSING);
    }
    return company.id();
  }

  /** The supplier that a row names, null where it names none. */
  @Nullable Ref supplier(AssetRow row) throws Refusal {
    String name = row.purchase().supplier();
    Ref supplier = suppliers.get(name);
    if (name != null && supplier == null) {
      throw new Refusal(Field.SUPPLIER, name, MISSING);
    }
    return supplier;
  }

  /** Id of the batch that a row names, null where it names none. */
  @Nullable String batch(AssetRow row) throws Refusal {
    String id = row.batch() == null ? null : batches.id(row);
    if (row.batch() != null && id == null) {
      throw new Refusal(Field.BATCH, row.batch(), MISSING);
    }
    return id;
  }

  /** The model that a row names. */
  Model model(ModelName name) throws Refusal {
    Field missing = models.missing(name);
    if (missing != null) {
      throw new Refusal(
          missing, missing == Field.CATEGORY ? name.category() : name.manufacturer(), MISSING);
    }
    Model model = models.get(name);
    if (model == null) {
      throw new Refusal(Field.MODEL, name.name(), MISSING);
    }
    return model;
  }

  @Nullable String location(AssetRow row, @Nullable String companyId) throws Refusal {
    if (row.location() == null) {
      return null;
    }
    try {
      return places.find(companyId, row.location());
    } catch (BadCell e) {
      throw new Refusal(Field.LOCATION, row.location(), String.valueOf(e.getMessage()));
    }
  }

  @Nullable Ref holder(AssetRow row) throws Refusal {
    if (row.holder() == null) {
      return null;
    }
    try {
      return holders.find(row.holder());
    } catch (BadCell e) {
      throw new Refusal(Field.HOLDER, row.holder(), String.valueOf(e.getMessage()));
    }
  }
}

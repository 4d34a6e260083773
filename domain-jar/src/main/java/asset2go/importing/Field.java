package asset2go.importing;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a column may hold, with the names it goes by: ours, those of Snipe-IT's export, and what
 * people call it in English and German. Of several columns that would do, the one whose name comes
 * first here is taken.
 */
enum Field {
  TAG(
      ImportKind.ASSETS,
      "tag",
      "tag, asset tag, assettag, asset no., asset number, asset id, inventory number, inventory no.,"
          + " inventory tag, barcode, inventarnummer, inventar-nr., inv.-nr., inventarnr.,"
          + " anlagennummer, anlagen-nr., etikett, kennzeichen"),
  NAME(
      ImportKind.ASSETS,
      "name",
      "name, asset name, item name, item, title, device name, hostname, bezeichnung, gerät,"
          + " gerätename, gegenstand, benennung",
      true),
  SERIAL(
      ImportKind.ASSETS,
      "serial",
      "serial, serial number, serial no., serialnumber, s/n, sn, service tag, seriennummer,"
          + " serien-nr., seriennr., fabriknummer"),
  CATEGORY(
      ImportKind.ASSETS,
      "category",
      "category, asset category, type, asset type, device type, device role, kategorie, gerätetyp,"
          + " typ, warengruppe"),
  MANUFACTURER(
      ImportKind.ASSETS,
      "manufacturer",
      "manufacturer, maker, brand, vendor, make, hersteller, fabrikat, marke"),
  MODEL(ImportKind.ASSETS, "model", "model, model name, product, modell, produkt, modellname"),
  MODEL_NUMBER(
      ImportKind.ASSETS,
      "modelNumber",
      "modelnumber, model no., model number, part number, part no., sku, modellnummer,"
          + " modell-nr., artikelnummer, teilenummer"),
  STATUS(ImportKind.ASSETS, "status", "status, state, status label, asset status, zustandsstatus"),
  CONDITION(ImportKind.ASSETS, "condition", "condition, asset condition, zustand"),
  COMPANY(
      ImportKind.ASSETS,
      "company",
      "company, company name, tenant, owner, firma, gesellschaft, unternehmen, mandant"),
  LOCATION(
      ImportKind.ASSETS,
      "location",
      "location, location code, current location, default location, site, room, place, standort,"
          + " ort, raum, lagerort"),
  CONTAINER(
      ImportKind.ASSETS,
      "container",
      "container, container tag, parent asset, parent tag, contained in, rack, case, behälter,"
          + " enthalten in, schrank"),
  HOLDER(
      ImportKind.ASSETS,
      "holder",
      "holder, checked out to, checked out, assigned to, user, custodian, ausgegeben an, inhaber,"
          + " benutzer, nutzer, entliehen an"),
  PURCHASE_DATE(
      ImportKind.ASSETS,
      "purchaseDate",
      "purchasedate, purchase date, purchased, date of purchase, bought on, kaufdatum,"
          + " anschaffungsdatum, gekauft am"),
  PRICE(
      ImportKind.ASSETS,
      "price",
      "price, purchase cost, purchase price, cost, preis, kaufpreis, anschaffungspreis,"
          + " anschaffungskosten, anschaffungswert"),
  CURRENCY(ImportKind.ASSETS, "currency", "currency, currency code, währung"),
  ORDER_NUMBER(
      ImportKind.ASSETS,
      "orderNumber",
      "ordernumber, order number, order no., purchase order, po number, bestellnummer,"
          + " bestell-nr., auftragsnummer"),
  SUPPLIER(ImportKind.ASSETS, "supplier", "supplier, seller, lieferant, händler"),
  BATCH(
      ImportKind.ASSETS,
      "batch",
      "batch, batch number, batch no., lot, lot number, lot no., charge, chargennummer,"
          + " chargen-nr., los, losnummer"),
  WARRANTY(
      ImportKind.ASSETS,
      "warrantyUntil",
      "warrantyuntil, warranty until, warranty expires, warranty expiration, warranty end,"
          + " warranty, warranty months, garantie bis, garantieende, garantie"),
  NOTES(
      ImportKind.ASSETS,
      "notes",
      "notes, note, comments, comment, remarks, notizen, notiz, bemerkung, bemerkungen, kommentar"),

  LOCATION_CODE(
      ImportKind.LOCATIONS,
      "code",
      "code, location code, short name, id, slug, kürzel, kurzzeichen, standortcode",
      true),
  LOCATION_NAME(
      ImportKind.LOCATIONS,
      "name",
      "name, location name, location, title, bezeichnung, standort, ort",
      true),
  LOCATION_KIND(
      ImportKind.LOCATIONS, "kind", "kind, type, location type, level, art, typ, standorttyp"),
  LOCATION_PARENT(
      ImportKind.LOCATIONS,
      "parent",
      "parent, parent code, parent location, within, inside, übergeordnet,"
          + " übergeordneter standort, teil von"),
  LOCATION_COMPANY(
      ImportKind.LOCATIONS, "company", "company, company name, tenant, firma, mandant"),

  DEPENDENT(
      ImportKind.DEPENDENCIES,
      "asset",
      "asset, asset tag, tag, dependent, source, from, gerät, inventarnummer",
      true),
  DEPENDS_ON(
      ImportKind.DEPENDENCIES,
      "dependsOn",
      "dependson, depends on, depends on tag, needs, requires, target, to, upstream, hängt ab von,"
          + " benötigt, abhängig von",
      true),
  DEPENDENCY_KIND(
      ImportKind.DEPENDENCIES, "kind", "kind, type, dependency type, art, typ, abhängigkeitsart"),
  CRITICALITY(
      ImportKind.DEPENDENCIES, "criticality", "criticality, severity, importance, kritikalität"),
  DEPENDENCY_COMPANY(
      ImportKind.DEPENDENCIES, "company", "company, company name, tenant, firma, mandant"),

  KIT_NAME(ImportKind.KITS, "kit", "kit, kit name, set, bundle, satz, bausatz", true),
  KIT_DESCRIPTION(
      ImportKind.KITS, "description", "description, notes, remarks, beschreibung, bemerkung"),
  KIT_SLOT(
      ImportKind.KITS, "slot", "slot, slot name, part, position, platz, teil, bestandteil", true),
  KIT_QUANTITY(
      ImportKind.KITS, "quantity", "quantity, qty, number, count, anzahl, menge, stückzahl"),
  KIT_ACCEPTS(
      ImportKind.KITS,
      "accepts",
      "accepts, fits, model, model name, category, modell, kategorie, passt",
      true),
  KIT_KIND(ImportKind.KITS, "kind", "kind, type, art, typ"),
  KIT_MANUFACTURER(
      ImportKind.KITS,
      "manufacturer",
      "manufacturer, maker, brand, make, hersteller, fabrikat, marke"),
  KIT_NTH(ImportKind.KITS, "nth", "nth, nth of its name, wievielter, lfd. nr.");

  private final ImportKind kind;
  private final String title;
  private final List<String> names;
  private final boolean required;

  Field(ImportKind kind, String title, String names) {
    this(kind, title, names, false);
  }

  Field(ImportKind kind, String title, String names, boolean required) {
    this.kind = kind;
    this.title = title;
    this.names = Arrays.stream(names.split(",")).map(Columns::key).distinct().toList();
    this.required = required;
  }

  /** Its name in mappings. */
  String title() {
    return title;
  }

  boolean required() {
    return required;
  }

  /** How good a name is for this field: 0 is the best, -1 is none of its names. */
  int rank(String columnKey) {
    return names.indexOf(columnKey);
  }

  /** The fields of a kind, in their order. */
  static List<Field> of(ImportKind kind) {
    return Arrays.stream(values()).filter(field -> field.kind == kind).toList();
  }

  static Optional<Field> named(ImportKind kind, String title) {
    return of(kind).stream().filter(field -> field.title.equalsIgnoreCase(title)).findFirst();
  }
}

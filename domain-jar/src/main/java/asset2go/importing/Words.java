package asset2go.importing;

import asset2go.asset.Condition;
import asset2go.asset.EquipmentStatus;
import asset2go.dependency.Dependency.Criticality;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The words of enumerations as people write them: ours, Snipe-IT's, English and German ones. */
final class Words<E extends Enum<E>> {

  /** Snipe-IT appends the kind of a status label: {@code Ready to Deploy (Deployable)}. */
  private static final Pattern APPENDED = Pattern.compile("\\s*\\([^)]*\\)$");

  static final Words<EquipmentStatus> STATUS =
      new Words<>(EquipmentStatus.class)
          .with(
              EquipmentStatus.ORDERED,
              "on order",
              "in order",
              "requested",
              "bestellt",
              "in bestellung")
          .with(
              EquipmentStatus.RECEIVED,
              "pending",
              "delivered",
              "new",
              "erhalten",
              "geliefert",
              "eingegangen")
          .with(
              EquipmentStatus.AVAILABLE,
              "ready to deploy",
              "ready",
              "deployable",
              "ready for deployment",
              "in stock",
              "stock",
              "in storage",
              "active",
              "ok",
              "free",
              "operational",
              "verfügbar",
              "auf lager",
              "lager",
              "eingelagert",
              "frei",
              "einsatzbereit",
              "aktiv")
          .with(
              EquipmentStatus.CHECKED_OUT,
              "deployed",
              "in use",
              "assigned",
              "loaned",
              "on loan",
              "lent",
              "issued",
              "ausgegeben",
              "ausgeliehen",
              "verliehen",
              "in benutzung",
              "in verwendung",
              "im einsatz")
          .with(
              EquipmentStatus.IN_TRANSIT,
              "transit",
              "shipping",
              "moving",
              "unterwegs",
              "in transport")
          .with(
              EquipmentStatus.IN_MAINTENANCE,
              "maintenance",
              "in repair",
              "repair",
              "out for repair",
              "out for diagnostics",
              "being repaired",
              "in service",
              "in wartung",
              "wartung",
              "in reparatur",
              "reparatur")
          .with(
              EquipmentStatus.OUT_OF_SERVICE,
              "undeployable",
              "broken",
              "broken not fixable",
              "defective",
              "defect",
              "faulty",
              "out of order",
              "inactive",
              "defekt",
              "kaputt",
              "außer betrieb",
              "ausser betrieb")
          .with(
              EquipmentStatus.QUARANTINED,
              "quarantine",
              "blocked",
              "on hold",
              "gesperrt",
              "quarantäne")
          .with(
              EquipmentStatus.MISSING,
              "lost",
              "stolen",
              "lost stolen",
              "lost or stolen",
              "not found",
              "vermisst",
              "verloren",
              "gestohlen",
              "verschollen")
          .with(
              EquipmentStatus.RETIRED,
              "archived",
              "decommissioned",
              "end of life",
              "eol",
              "withdrawn",
              "ausgemustert",
              "archiviert",
              "stillgelegt")
          .with(
              EquipmentStatus.DISPOSED,
              "scrapped",
              "sold",
              "donated",
              "destroyed",
              "recycled",
              "entsorgt",
              "verschrottet",
              "verkauft");

  static final Words<Condition> CONDITION =
      new Words<>(Condition.class)
          .with(Condition.NEW, "brand new", "mint", "neu", "neuwertig")
          .with(Condition.GOOD, "very good", "fine", "ok", "gut", "sehr gut", "in ordnung")
          .with(
              Condition.FAIR,
              "used",
              "average",
              "acceptable",
              "mittel",
              "gebraucht",
              "befriedigend")
          .with(Condition.POOR, "bad", "worn", "damaged", "schlecht", "beschädigt", "abgenutzt")
          .with(Condition.UNUSABLE, "broken", "defective", "unbrauchbar", "defekt", "kaputt");

  static final Words<Criticality> CRITICALITY =
      new Words<>(Criticality.class)
          .with(Criticality.LOW, "minor", "niedrig", "gering")
          .with(Criticality.MEDIUM, "normal", "moderate", "mittel")
          .with(Criticality.HIGH, "critical", "major", "hoch", "kritisch");

  private final Class<E> type;
  private final Map<String, E> byWord = new HashMap<>();

  private Words(Class<E> type) {
    this.type = type;
    for (E constant : type.getEnumConstants()) {
      byWord.put(Columns.key(constant.name()), constant);
    }
  }

  private Words<E> with(E constant, String... words) {
    for (String word : words) {
      byWord.putIfAbsent(Columns.key(word), constant);
    }
    return this;
  }

  E parse(String text) throws BadCell {
    E found = byWord.get(Columns.key(text));
    if (found == null) {
      found = byWord.get(Columns.key(APPENDED.matcher(text).replaceAll("")));
    }
    if (found == null) {
      throw new BadCell(
          "is not known. Use one of "
              + String.join(", ", Arrays.stream(type.getEnumConstants()).map(Enum::name).toList()));
    }
    return found;
  }
}

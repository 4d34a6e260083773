package asset2go.importing;

import static asset2go.graph.Parameters.map;

import asset2go.catalogue.FieldSet;
import asset2go.graph.Transaction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/** The assets that the rows of a batch name: those in the graph, and those that the rows make. */
final class Assets {

  private static final String VIEW =
      """
      a{.*, modelName: [(a)-[:OF_MODEL]->(m) | m.name][0],
        manufacturerName: [(a)-[:OF_MODEL]->()-[:MADE_BY]->(f) | f.name][0],
        supplierName: COLLECT { MATCH (s:Supplier {id: a.supplierId}) RETURN s.name }[0],
        batchId: [(a)-[:FROM_BATCH]->(b) | b.id][0],
        locationId: [(a)-[:LOCATED_AT]->(l) | l.id][0],
        containerId: [(a)-[:CONTAINED_IN]->(c) | c.id][0],
        inWork: EXISTS { MATCH (a)<-[:FOR]-(w:WorkOrder) WHERE w.keepsOut = true },
        holderId: [(a)-[:HELD_BY]->(h) | h.id][0],
        holderName: [(a)-[:HELD_BY]->(h) | h.name][0]} AS asset
      """;

  private final Map<String, AssetState> byId = new HashMap<>();
  private final Map<String, List<AssetState>> byTag = new HashMap<>();
  private final Map<String, List<AssetState>> bySerial = new HashMap<>();

  /**
   * Reads assets.
   *
   * @param tags of any company
   * @param serials of rows without a tag
   */
  static Assets read(Transaction tx, Collection<String> tags, Collection<String> serials) {
    Assets found = new Assets();
    found.add(
        tx,
        """
        UNWIND $values AS value
        MATCH (a:Asset)
        WHERE a.tag = value AND a.id IS NOT NULL
        """,
        tags);
    found.add(
        tx,
        """
        UNWIND $values AS value
        MATCH (a:Asset)
        WHERE a.serial = value
        """,
        serials);
    found.readContainers(tx);
    return found;
  }

  /** The containers of what was found, and theirs, up to the outermost. */
  private void readContainers(Transaction tx) {
    Set<String> missing = new LinkedHashSet<>();
    do {
      missing.clear();
      for (AssetState asset : byId.values()) {
        String container = asset.draft.containerId();
        if (container != null && !byId.containsKey(container)) {
          missing.add(container);
        }
      }
      add(tx, "UNWIND $values AS value\nMATCH (a:Asset {id: value})\n", missing);
    } while (!missing.isEmpty());
    for (AssetState asset : byId.values()) {
      String container = asset.draft.containerId();
      asset.container = container == null ? null : byId.get(container);
    }
  }

  private void add(Transaction tx, String match, Collection<String> values) {
    if (values.isEmpty()) {
      return;
    }
    List<Value> found =
        tx.list(
            match + "RETURN " + VIEW,
            map("values", new HashSet<>(values)),
            row -> row.get("asset"));
    Set<String> models = new HashSet<>();
    found.forEach(asset -> models.add(asset.get("modelId").asString("")));
    Map<String, FieldSet> fields = FieldSet.ofModels(tx, models);
    for (Value read : found) {
      String model = read.get("modelId").asString("");
      AssetState asset = new AssetState(read, fields.getOrDefault(model, FieldSet.NONE));
      if (!byId.containsKey(asset.id)) {
        add(asset);
      }
    }
  }

  /** Adds one that a row makes. */
  void add(AssetState asset) {
    byId.put(asset.id, asset);
    byTag.computeIfAbsent(asset.tag, k -> new ArrayList<>()).add(asset);
    index(asset, asset.draft.serial());
  }

  /** Makes an asset known by a serial number that a row gave it. */
  void index(AssetState asset, @Nullable String serial) {
    if (serial != null) {
      List<AssetState> same = bySerial.computeIfAbsent(serial, k -> new ArrayList<>());
      if (!same.contains(asset)) {
        same.add(asset);
      }
    }
  }

  /**
   * The asset with a tag: in the company where one is named; else in the standard one, else
   * wherever there is just one.
   *
   * @throws BadCell where more than one could be meant
   */
  @Nullable AssetState tagged(String tag, @Nullable String companyId, String standardCompany)
      throws BadCell {
    return one(byTag.getOrDefault(tag, List.of()), companyId, standardCompany, "tag");
  }

  /** The asset with a serial number, by the same rule. */
  @Nullable AssetState numbered(String serial, @Nullable String companyId, String standardCompany)
      throws BadCell {
    List<AssetState> all =
        bySerial.getOrDefault(serial, List.of()).stream()
            .filter(asset -> serial.equals(asset.draft.serial()))
            .toList();
    return one(all, companyId, standardCompany, "serial number");
  }

  private static @Nullable AssetState one(
      List<AssetState> all, @Nullable String companyId, String standardCompany, String what)
      throws BadCell {
    String wanted = companyId == null ? standardCompany : companyId;
    List<AssetState> own = all.stream().filter(a -> a.companyId.equals(wanted)).toList();
    if (own.isEmpty() && companyId == null) {
      own = all;
    }
    if (own.size() > 1) {
      throw new BadCell(
          "is the %s of %d assets. Say which one is meant by its %s"
              .formatted(what, own.size(), what.equals("tag") ? "company" : "tag"));
    }
    return own.isEmpty() ? null : own.get(0);
  }

  boolean hasTag(String tag, String companyId) {
    return byTag.getOrDefault(tag, List.of()).stream()
        .anyMatch(asset -> asset.companyId.equals(companyId));
  }

  Collection<AssetState> all() {
    return byId.values();
  }
}

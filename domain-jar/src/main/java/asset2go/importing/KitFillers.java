package asset2go.importing;

import static asset2go.graph.Parameters.map;

import asset2go.graph.Transaction;
import asset2go.kit.Kit;
import asset2go.kit.KitDraft;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The models, categories and kits that the rows of a batch name, as far as they are there. */
final class KitFillers {

  /**
   * Something of a name.
   *
   * @param maker folded name of who makes a model; empty for nobody and for all else
   */
  private record Filler(String id, String maker) {}

  private final Map<Kit.Kind, Map<String, List<Filler>>> named = new HashMap<>();

  private KitFillers() {}

  static KitFillers look(Transaction tx, List<KitRow> rows) {
    List<String> keys = rows.stream().map(KitRow::acceptsKey).distinct().toList();
    KitFillers fillers = new KitFillers();
    fillers.look(tx, Kit.Kind.MODEL, "AssetModel", keys);
    fillers.look(tx, Kit.Kind.CATEGORY, "Category", keys);
    fillers.look(tx, Kit.Kind.KIT, "Kit", keys);
    return fillers;
  }

  private void look(Transaction tx, Kit.Kind kind, String label, List<String> keys) {
    Map<String, List<Filler>> found = new HashMap<>();
    tx.rows(
            """
            UNWIND $keys AS key
            MATCH (n:%s {nameKey: key})
            RETURN key, collect({id: n.id,
              maker: coalesce([(n)-[:MADE_BY]->(f) | f.nameKey][0], '')}) AS fillers
            """
                .formatted(label),
            map("keys", keys))
        .forEach(
            row ->
                found.put(
                    row.get("key").asString(),
                    row.get("fillers")
                        .asList(
                            one ->
                                new Filler(
                                    one.get("id").asString(), one.get("maker").asString()))));
    named.put(kind, found);
  }

  private List<Filler> of(Kit.Kind kind, KitRow row) {
    return named.getOrDefault(kind, Map.of()).getOrDefault(row.acceptsKey(), List.of());
  }

  /** What a row means; null for a kit that is not there, or not yet. */
  KitDraft.@Nullable Accepted find(KitRow row) throws Refusal {
    for (Kit.Kind kind : Kit.Kind.values()) {
      if ((row.kind() == null || row.kind() == kind) && !of(kind, row).isEmpty()) {
        return new KitDraft.Accepted(kind, one(kind, row).id());
      }
    }
    if (!row.mayBeKit()) {
      throw missing(row);
    }
    return null;
  }

  private Filler one(Kit.Kind kind, KitRow row) throws Refusal {
    List<Filler> all = of(kind, row);
    String maker = row.makerKey();
    List<Filler> meant =
        kind == Kit.Kind.MODEL && (maker != null || all.size() > 1)
            ? all.stream()
                .filter(one -> one.maker().equals(Optional.ofNullable(maker).orElse("")))
                .toList()
            : all;
    if (meant.size() != 1) {
      throw new Refusal(
          Field.KIT_ACCEPTS,
          row.accepts(),
          maker == null || meant.size() > 1
              ? "is the name of several models"
              : "is the name of no model by this manufacturer");
    }
    return meant.get(0);
  }

  /** What to say of a row that names nothing. */
  Refusal missing(KitRow row) {
    return new Refusal(
        Field.KIT_ACCEPTS,
        row.accepts(),
        row.kind() == null
            ? "is the name of no model, no category and no kit"
            : row.kind() == Kit.Kind.KIT
                ? "is the name of no kit, nor of one with a good row in this file"
                : "is not there");
  }
}

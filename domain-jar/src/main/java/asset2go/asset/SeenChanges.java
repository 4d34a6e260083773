package asset2go.asset;

import asset2go.asset.AssetEvent.Change;
import asset2go.catalogue.CustomField;
import asset2go.catalogue.FieldSet;
import asset2go.graph.Transaction;
import asset2go.identity.Actor;
import asset2go.page.Page;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Events as somebody may see them. Events hold no value that was sensitive when they were written;
 * what has become so since, or belongs to a field that is gone, is hidden here.
 *
 * @param open ids of custom fields whose values this actor may see; null for all there ever were
 */
public record SeenChanges(@Nullable Set<String> open) {

  private static final String PREFIX = "fields.";

  /** What they may see, as it is now. */
  public static SeenChanges by(Actor actor, Transaction tx) {
    return new SeenChanges(
        FieldSet.seesAll(actor)
            ? null
            : tx
                .list(
                    "MATCH (f:CustomField) WHERE NOT f.sensitive RETURN f.id AS id",
                    Map.of(),
                    row -> row.get("id").asString())
                .stream()
                .collect(Collectors.toSet()));
  }

  Page<AssetEvent> of(Page<AssetEvent> page) {
    return open == null
        ? page
        : new Page<>(page.items().stream().map(this::of).toList(), page.next(), page.total());
  }

  private AssetEvent of(AssetEvent e) {
    return new AssetEvent(
        e.id(),
        e.seq(),
        e.kind(),
        e.at(),
        e.actor(),
        e.requestId(),
        of(e.changes()),
        e.hash(),
        e.previousHash());
  }

  /** These, without what is hidden. */
  public List<Change> of(List<Change> changes) {
    return open == null ? changes : changes.stream().map(this::of).toList();
  }

  private Change of(Change change) {
    String field = change.field();
    return !field.startsWith(PREFIX)
            || open == null
            || open.contains(field.substring(PREFIX.length()))
        ? change
        : new Change(field, hidden(change.before()), hidden(change.after()));
  }

  private static @Nullable String hidden(@Nullable String value) {
    return value == null ? null : CustomField.HIDDEN;
  }
}

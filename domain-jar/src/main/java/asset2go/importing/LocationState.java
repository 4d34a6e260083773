package asset2go.importing;

import static asset2go.graph.Values.text;

import asset2go.asset.AssetEvent.Change;
import asset2go.bulk.Difference;
import asset2go.graph.Ids;
import asset2go.location.LocationDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/** A location as a batch sees it. */
final class LocationState {

  /** What a row can say of it. */
  record Fields(
      @Nullable String code,
      @Nullable String name,
      @Nullable String kind,
      @Nullable String parentId) {

    List<Change> changesFrom(Fields before) {
      List<Change> changes = new ArrayList<>();
      add(changes, "code", before.code, code);
      add(changes, "name", before.name, name);
      add(changes, "kind", before.kind, kind);
      add(changes, "parentId", before.parentId, parentId);
      return changes;
    }

    private static void add(
        List<Change> changes, String field, @Nullable String before, @Nullable String after) {
      if (!Objects.equals(before, after)) {
        changes.add(new Change(field, before, after));
      }
    }
  }

  private static final Fields NOTHING = new Fields(null, null, null, null);

  final String id;
  final String companyId;
  final String code;
  final boolean fresh;
  final long version;
  final Chain chain;
  final Fields before;
  Fields fields;
  @Nullable LocationState parent;

  LocationState(String companyId, String code) {
    this.id = Ids.next();
    this.companyId = companyId;
    this.code = code;
    this.fresh = true;
    this.version = 0;
    this.chain = new Chain(id, 0, null);
    this.before = NOTHING;
    this.fields = NOTHING;
  }

  LocationState(Value l) {
    this.id = l.get("id").asString();
    this.companyId = l.get("companyId").asString();
    this.code = l.get("code").asString();
    this.fresh = false;
    this.version = l.get("version").asLong();
    this.chain = new Chain(id, l.get("eventSeq").asLong(0), text(l.get("eventHash")));
    this.before =
        new Fields(code, text(l.get("name")), text(l.get("kind")), text(l.get("parentId")));
    this.fields = before;
  }

  boolean changed() {
    return !chain.events().isEmpty();
  }

  /** What the rows made of one that was there, with the way back. */
  Difference difference() {
    return Difference.of(draft(before), draft(fields));
  }

  private LocationDraft draft(Fields said) {
    return new LocationDraft(
        code,
        Objects.requireNonNull(said.name(), "every location has a name"),
        said.kind(),
        companyId,
        said.parentId());
  }

  boolean moved() {
    return !Objects.equals(before.parentId(), fields.parentId());
  }
}

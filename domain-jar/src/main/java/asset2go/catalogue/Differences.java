package asset2go.catalogue;

import asset2go.asset.AssetEvent.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What differs between two states of a thing, field by field as text, for its event. */
final class Differences {

  private final List<Change> changes = new ArrayList<>();

  /** Notes a field, where it differs. */
  Differences add(String field, @Nullable Object before, @Nullable Object after) {
    if (!Objects.equals(before, after)) {
      changes.add(new Change(field, text(before), text(after)));
    }
    return this;
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  List<Change> all() {
    return changes;
  }
}

package asset2go.placement;

import asset2go.graph.Values;
import asset2go.right.Scope;
import java.util.List;
import org.neo4j.driver.Value;

/** Reads what something stood in, as far as the reader may know of it. */
final class Places {

  private Places() {}

  /** What to return for a place that is bound to {@code x}. */
  static String column(Scope scope) {
    return """
        x{.id, .tag, .name, labels: labels(x),
          seen: coalesce(CASE WHEN x:Location OR x:RemovedLocation THEN %s ELSE %s END, false)}
        """
        .formatted(scope.location("x"), scope.asset("x"));
  }

  static Place of(Value x) {
    if (!x.get("seen").asBoolean()) {
      return Place.BEYOND;
    }
    List<String> labels = x.get("labels").asList(Value::asString);
    boolean location = labels.contains("Location") || labels.contains("RemovedLocation");
    return new Place(
        location ? Place.Kind.LOCATION : Place.Kind.ASSET,
        x.get("id").asString(),
        Values.text(x.get("tag")),
        x.get("name").asString(),
        labels.contains("RemovedLocation") || labels.contains("TrashedAsset"));
  }
}

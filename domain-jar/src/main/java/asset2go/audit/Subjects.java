package asset2go.audit;

import asset2go.audit.AuditEvent.Subject;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What events are of: what it is called, and by which label when it is in the trash or gone. */
final class Subjects {

  /** What becomes of a label, to the label that it was. */
  private static final Map<String, String> GONE =
      Map.of(
          "TrashedAsset", "Asset",
          "RemovedLocation", "Location",
          "RemovedPerson", "Person",
          "RemovedPlan", "MaintenancePlan",
          "RemovedTeam", "Team");

  private Subjects() {}

  /** All labels that things of a kind can have. */
  static Stream<String> labels(String kind) {
    return Stream.concat(
        Stream.of(kind),
        GONE.entrySet().stream().filter(e -> e.getValue().equals(kind)).map(Map.Entry::getKey));
  }

  /** Cypher for what it is called: an asset by its tag. */
  static String name(String variable) {
    return "coalesce(%1$s.tag, %1$s.name, %1$s.title, toString(%1$s.number))".formatted(variable);
  }

  /** One that is gone without a trace has no label. */
  static Subject of(List<String> labels, String id, @Nullable String name) {
    String label = labels.isEmpty() ? "" : labels.getFirst();
    String kind = GONE.getOrDefault(label, label);
    return new Subject(kind, id, name == null ? "" : name, !kind.equals(label) || label.isEmpty());
  }
}

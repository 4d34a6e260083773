package asset2go.document;

import static asset2go.graph.Parameters.map;

import asset2go.graph.Transaction;
import asset2go.identity.Actor;
import asset2go.identity.Duty;
import asset2go.problem.DomainError;
import asset2go.right.Scope;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a document belongs to.
 *
 * @param assetId the asset that it is about
 * @param documents how many it has
 */
record Subject(DocumentKind kind, String id, String assetId, long documents) {

  static DocumentKind kind(@Nullable String word) {
    String name = word == null ? "" : word.strip().toUpperCase(Locale.ROOT).replace('-', '_');
    return Arrays.stream(DocumentKind.values())
        .filter(kind -> kind.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new DomainError.Malformed(
                    "kind", "must be work-order, calibration, custody or fault-report"));
  }

  /** Whose documents somebody may see: what strangers sent is only for who works on the asset. */
  static Scope sight(Actor actor, DocumentKind kind) {
    return kind == DocumentKind.FAULT_REPORT
        ? actor.scope().where(Duty.HANDLE.roles())
        : actor.scope();
  }

  /** One that may be seen. */
  static Subject of(Transaction tx, Actor actor, DocumentKind kind, @Nullable String id) {
    if (id == null || id.isBlank()) {
      throw new DomainError.Malformed("of", "must say what the documents belong to");
    }
    Scope scope = sight(actor, kind);
    return find(tx, kind, id, scope).orElseThrow(() -> new DomainError.NotFound(words(kind), id));
  }

  static java.util.Optional<Subject> find(
      Transaction tx, DocumentKind kind, String id, Scope scope) {
    return tx.one(
            """
            MATCH %s WHERE %s
            RETURN a.id AS asset, COUNT { (s)<-[:OF]-(:Document) } AS documents
            """
                .formatted(pattern(kind), scope.asset("a")),
            scope.with("id", id))
        .map(
            row ->
                new Subject(kind, id, row.get("asset").asString(), row.get("documents").asLong()));
  }

  /** Locks it, so that no two add the last one. */
  void lock(Transaction tx) {
    tx.run("MATCH (s:%s {id: $id}) SET s.touched = true".formatted(label(kind)), map("id", id));
  }

  static String label(DocumentKind kind) {
    return switch (kind) {
      case WORK_ORDER -> "WorkOrder";
      case CALIBRATION -> "Calibration";
      case CUSTODY -> "Custody";
      case FAULT_REPORT -> "FaultReport";
    };
  }

  private static String pattern(DocumentKind kind) {
    return switch (kind) {
      case WORK_ORDER -> "(s:WorkOrder {id: $id})-[:FOR]->(a:Asset)";
      case CALIBRATION -> "(s:Calibration {id: $id})-[:OF]->(a:Asset)";
      case CUSTODY -> "(s:Custody {id: $id})-[:OF]->(a:Asset)";
      case FAULT_REPORT -> "(s:FaultReport {id: $id})-[:ABOUT]->(a:Asset)";
    };
  }

  private static String words(DocumentKind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}

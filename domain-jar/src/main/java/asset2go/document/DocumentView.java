package asset2go.document;

import static asset2go.graph.Values.instant;

import asset2go.graph.Transaction;
import asset2go.identity.Actor;
import asset2go.page.Ref;
import asset2go.problem.DomainError;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Value;

/** Reads documents as the API shows them. */
public final class DocumentView {

  private DocumentView() {}

  /** Cypher for the documents of what is bound to a variable, the oldest first. */
  public static String of(String variable) {
    return "COLLECT { MATCH (%s)<-[:OF]-(d:Document) RETURN d{.*} ORDER BY d.id }"
        .formatted(variable);
  }

  static List<Document> of(Transaction tx, Subject subject) {
    return tx
        .list(
            "MATCH (s:%s {id: $id}) RETURN %s AS documents"
                .formatted(Subject.label(subject.kind()), of("s")),
            Map.of("id", subject.id()),
            row -> list(row.get("documents")))
        .stream()
        .flatMap(List::stream)
        .toList();
  }

  /** What {@link #of(String)} has collected. */
  public static List<Document> list(Value documents) {
    return documents.asList(DocumentView::document);
  }

  /** One that the actor may see. */
  static Document one(Transaction tx, Actor actor, String id) {
    Document document =
        tx.one("MATCH (d:Document {id: $id}) RETURN d{.*} AS document", Map.of("id", id))
            .map(row -> document(row.get("document")))
            .orElseThrow(() -> new DomainError.NotFound("document", id));
    if (Subject.find(tx, document.kind(), document.of(), Subject.sight(actor, document.kind()))
        .isEmpty()) {
      throw new DomainError.NotFound("document", id);
    }
    return document;
  }

  private static Document document(Value d) {
    return new Document(
        d.get("id").asString(),
        DocumentKind.valueOf(d.get("kind").asString()),
        d.get("of").asString(),
        d.get("name").asString(),
        d.get("mediaType").asString(),
        d.get("size").asLong(),
        instant(d.get("at")),
        d.get("byId").isNull()
            ? null
            : new Ref(d.get("byId").asString(), d.get("byName").asString()));
  }
}

package asset2go.document;

import static asset2go.graph.Parameters.map;

import asset2go.asset.AssetEvent.Change;
import asset2go.asset.Steps;
import asset2go.event.Events;
import asset2go.graph.Graph;
import asset2go.graph.Ids;
import asset2go.graph.Transaction;
import asset2go.identity.Actor;
import asset2go.identity.Duty;
import asset2go.page.Page;
import asset2go.problem.DomainError;
import asset2go.problem.Fault;
import asset2go.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Files of work orders, calibrations, custodies and fault reports. */
@ApplicationScoped
public class Documents {

  private static final int MOST = 50;

  private @Inject Graph graph;
  private @Inject Shelf shelf;
  private @Inject Steps steps;
  private @Inject Events events;

  /**
   * A document with what is in it.
   *
   * @param content the reader closes it
   */
  public record Opened(Document document, InputStream content) {}

  /** Those of one thing. */
  public Page<Document> list(Actor actor, @Nullable String kind, @Nullable String of) {
    return graph.read(
        tx -> {
          Subject subject = Subject.of(tx, actor, Subject.kind(kind), of);
          return new Page<>(DocumentView.of(tx, subject), null, null);
        });
  }

  public Document get(Actor actor, String id) {
    return graph.read(tx -> DocumentView.one(tx, actor, id));
  }

  public Opened open(Actor actor, String id) {
    return new Opened(get(actor, id), shelf.open(id));
  }

  /** Adds one. */
  public Document add(
      Actor actor, @Nullable String kind, @Nullable String of, String name, InputStream content) {
    DocumentKind asked = Subject.kind(kind);
    graph.read(tx -> mayAdd(tx, actor, asked, of));
    byte[] file = Shelf.read(content);
    FileType type = FileType.of(file);
    String id = Ids.next();
    Instant now = Instant.now();
    shelf.keep(
        id,
        type,
        file,
        tx -> {
          Subject subject = mayAdd(tx, actor, asked, of);
          steps.lock(tx, List.of(subject.assetId()));
          subject.lock(tx);
          refuseTooMany(Subject.of(tx, actor, asked, of));
          Shelf.write(tx, subject, id, name, type, file.length, actor, now);
          note(tx, actor, subject.assetId(), "DOCUMENT_ADDED", null, name, now);
          return true;
        });
    return get(actor, id);
  }

  private static Subject mayAdd(
      Transaction tx, Actor actor, DocumentKind kind, @Nullable String of) {
    Subject subject = Subject.of(tx, actor, kind, of);
    Rights.require(tx, actor, subject.assetId(), Duty.HANDLE.roles());
    refuseTooMany(subject);
    return subject;
  }

  private static void refuseTooMany(Subject subject) {
    if (subject.documents() >= MOST) {
      throw new DomainError.Invalid("file", Fault.INVALID, "is one more than " + MOST);
    }
  }

  private void note(
      Transaction tx,
      Actor actor,
      String assetId,
      String kind,
      @Nullable String before,
      @Nullable String after,
      Instant now) {
    Change change = new Change("document", before, after);
    events.append(tx, "Asset", assetId, kind, actor, now, List.of(change));
  }

  /** Removes one. */
  public void delete(Actor actor, String id) {
    Instant now = Instant.now();
    graph.write(
        tx -> {
          Document document = DocumentView.one(tx, actor, id);
          Subject subject = Subject.of(tx, actor, document.kind(), document.of());
          Rights.require(tx, actor, subject.assetId(), Duty.HANDLE.roles());
          steps.lock(tx, List.of(subject.assetId()));
          tx.run("MATCH (d:Document {id: $id}) DETACH DELETE d", map("id", id));
          note(tx, actor, subject.assetId(), "DOCUMENT_REMOVED", document.name(), null, now);
          return id;
        });
    shelf.forget(id);
  }
}

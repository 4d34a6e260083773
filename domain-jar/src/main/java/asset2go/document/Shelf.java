package asset2go.document;

import static asset2go.graph.Parameters.map;

import asset2go.files.Files;
import asset2go.graph.Graph;
import asset2go.graph.Transaction;
import asset2go.identity.Actor;
import asset2go.problem.DomainError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Where the files are. One is stored before the graph knows of it, and forgotten by the graph
 * before it is removed: what the graph names is there.
 */
@ApplicationScoped
class Shelf {

  private static final Logger LOG = Logger.getLogger(Shelf.class.getName());

  private @Inject Graph graph;
  private @Inject Files files;

  /** All of a file, as far as one is taken. */
  static byte[] read(InputStream content) {
    try {
      byte[] file = content.readNBytes(FileType.MOST + 1);
      if (file.length == 0) {
        throw new DomainError.Malformed("file", "is empty");
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Stores a file and has the graph know of it.
   *
   * @param known writes it down; false where it is not wanted after all
   */
  void keep(String id, FileType type, byte[] file, Predicate<Transaction> known) {
    files.put(object(id), new ByteArrayInputStream(file), type.mediaType());
    boolean kept = false;
    try {
      kept = graph.write(known::test);
    } finally {
      if (!kept) {
        forget(id);
      }
    }
  }

  InputStream open(String id) {
    return files.get(object(id));
  }

  /** Removes a file that the graph knows no more; one that cannot be reached is left there. */
  void forget(String id) {
    try {
      files.delete(object(id));
    } catch (DomainError.Unavailable e) {
      LOG.log(Level.WARNING, "File of document " + id + " is left in the store", e);
    }
  }

  private static String object(String id) {
    return "documents/" + id;
  }

  /**
   * Writes down what a file is.
   *
   * @param actor who brought it; null for somebody unknown
   */
  static void write(
      Transaction tx,
      Subject subject,
      String id,
      String name,
      FileType type,
      int size,
      @Nullable Actor actor,
      Instant now) {
    tx.run(
        """
        MATCH (s:%s {id: $of})
        CREATE (d:Document)-[:OF]->(s)
        SET d = $properties
        """
            .formatted(Subject.label(subject.kind())),
        map(
            "of",
            subject.id(),
            "properties",
            map(
                "id",
                id,
                "kind",
                subject.kind(),
                "of",
                subject.id(),
                "name",
                name,
                "mediaType",
                type.mediaType(),
                "size",
                (long) size,
                "at",
                now,
                "byId",
                actor == null ? null : actor.id(),
                "byName",
                actor == null ? null : actor.name())));
  }
}

package asset2go.document;

import static asset2go.graph.Parameters.map;

import asset2go.graph.Graph;
import asset2go.graph.Ids;
import asset2go.graph.Transaction;
import asset2go.problem.DomainError;
import asset2go.problem.Fault;
import asset2go.right.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Photos that somebody unknown adds to the fault that they have just reported. What is wrong with a
 * photo is said; whether there is a report for it, and how many photos that has, is not.
 */
@ApplicationScoped
public class FaultPhotos {

  private static final long MOST = 3;

  private @Inject Graph graph;
  private @Inject Shelf shelf;

  /**
   * Takes one; what is too much, or too late, is dropped without a word.
   *
   * @param key as it was given to who reported
   */
  public void add(String key, String name, InputStream content) {
    byte[] file = Shelf.read(content);
    FileType type = FileType.of(file);
    if (!type.isImage()) {
      throw new DomainError.Invalid("file", Fault.FORMAT, "must be a JPEG, PNG or WebP image");
    }
    String hash = hash(key);
    Instant now = Instant.now();
    if (graph.read(tx -> open(tx, hash, now)).isEmpty()) {
      return;
    }
    String id = Ids.next();
    shelf.keep(
        id,
        type,
        file,
        tx -> {
          open(tx, hash, now).ifPresent(report -> report.lock(tx));
          Optional<Subject> report = open(tx, hash, now);
          report.ifPresent(of -> Shelf.write(tx, of, id, name, type, file.length, null, now));
          return report.isPresent();
        });
  }

  /** The report that a key is of, while it still takes photos. */
  private static Optional<Subject> open(Transaction tx, String hash, Instant now) {
    return tx.one(
            """
            MATCH (r:FaultReport {photoKey: $key})
            WHERE r.state = 'NEW' AND r.photosUntil > $now
            RETURN r.id AS id
            """,
            map("key", hash, "now", now))
        .flatMap(
            row ->
                Subject.find(
                    tx, DocumentKind.FAULT_REPORT, row.get("id").asString(), Scope.EVERYTHING))
        .filter(report -> report.documents() < MOST);
  }

  /** As a key is kept. */
  public static String hash(String key) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What was sent with a report goes with the work order that comes of it. */
  public static void moveToOrder(Transaction tx, String reportId, String orderId) {
    tx.run(
        """
        MATCH (:FaultReport {id: $report})<-[old:OF]-(d:Document), (w:WorkOrder {id: $order})
        DELETE old
        CREATE (d)-[:OF]->(w)
        SET d.kind = 'WORK_ORDER', d.of = w.id
        """,
        map("report", reportId, "order", orderId));
  }
}

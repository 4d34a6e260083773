package asset2go.audit;

import asset2go.asset.AssetEvent.Change;
import asset2go.csv.CsvFile;
import asset2go.identity.Actor;
import asset2go.page.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The audit trail as a file, a line for each field that changed, written some at a time. */
@ApplicationScoped
public class AuditCsv {

  private static final int PIECE = 1_000;

  private static final List<String> COLUMNS =
      List.of(
          "at", "actor", "kind", "of", "name", "id", "seq", "field", "before", "after", "request");

  private @Inject AuditTrail trail;

  /** Refuses what the trail cannot be narrowed by, before the first line is written. */
  public void check(AuditQuery query) {
    AuditTrail.check(query);
  }

  /** Writes all that match, the newest first. */
  public void write(Actor actor, AuditQuery query, OutputStream out) throws IOException {
    CsvFile file = new CsvFile(out);
    file.row(COLUMNS);
    String after = null;
    do {
      Page<AuditEvent> piece = trail.piece(actor, query, PIECE, after);
      for (AuditEvent event : piece.items()) {
        if (event.changes().isEmpty()) {
          file.row(cells(event, null));
        }
        for (Change change : event.changes()) {
          file.row(cells(event, change));
        }
      }
      after = piece.next();
    } while (after != null);
    file.end();
  }

  private static List<@Nullable String> cells(AuditEvent event, @Nullable Change change) {
    return Arrays.<@Nullable String>asList(
        event.at().toString(),
        event.actor().name(),
        event.kind(),
        event.subject().kind(),
        event.subject().name(),
        event.subject().id(),
        Long.toString(event.seq()),
        change == null ? null : change.field(),
        change == null ? null : change.before(),
        change == null ? null : change.after(),
        event.requestId());
  }
}

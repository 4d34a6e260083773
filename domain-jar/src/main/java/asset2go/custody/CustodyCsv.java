package asset2go.custody;

import asset2go.asset.Holder;
import asset2go.csv.CsvFile;
import asset2go.identity.Actor;
import asset2go.page.Page;
import asset2go.page.Ref;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list of custodies as a file: who has what, since when and until when. It is written some at a
 * time, so that no number of them fills the memory, and only of what whoever asks may see.
 */
@ApplicationScoped
public class CustodyCsv {

  private static final int PIECE = 1_000;

  private static final List<String> COLUMNS =
      List.of(
          "tag",
          "name",
          "holderKind",
          "holder",
          "from",
          "due",
          "to",
          "overdue",
          "conditionOut",
          "conditionIn",
          "notes",
          "returnNotes",
          "by",
          "returnedBy",
          "basket",
          "acceptance");

  private @Inject CustodyList list;

  /** Refuses what a list cannot be narrowed by, before the first line is written. */
  public void check(CustodyQuery query) {
    CustodyList.check(query);
  }

  /** Writes all that match, in the order of the list. */
  public void write(Actor actor, CustodyQuery query, OutputStream out) throws IOException {
    CsvFile file = new CsvFile(out);
    file.row(COLUMNS);
    String after = null;
    do {
      Page<Custody> piece = list.piece(actor, query, PIECE, after);
      for (Custody custody : piece.items()) {
        file.row(cells(custody));
      }
      after = piece.next();
    } while (after != null);
    file.end();
  }

  private static List<@Nullable String> cells(Custody custody) {
    Holder holder = custody.holder();
    Custody.Signing signing = custody.acceptance();
    return Arrays.<@Nullable String>asList(
        custody.asset().tag(),
        custody.asset().name(),
        holder.kind().name(),
        holder.name(),
        custody.from().toString(),
        text(custody.due()),
        text(custody.to()),
        custody.overdue() ? "true" : null,
        text(custody.conditionOut()),
        text(custody.conditionIn()),
        custody.notes(),
        custody.returnNotes(),
        name(custody.by()),
        name(custody.returnedBy()),
        custody.basketId(),
        signing == null ? null : signing.state().name());
  }

  private static @Nullable String name(@Nullable Ref who) {
    return who == null ? null : who.name();
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}

package asset2go.importing;

import asset2go.page.Identified;
import asset2go.page.Ref;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One file being imported.
 *
 * @param dryRun nothing is written; the counts say what would be
 * @param mapping column of the file to field, as used; fields that nobody knows are not in it
 * @param total rows in the file, known once it was counted
 * @param processed rows done, failed ones included
 * @param rowsPerSecond over the whole run so far
 * @param message why it failed, for a person
 * @param warnings what a person should know of the file: its encoding, columns left out
 * @param undoable whether it can be taken back
 * @param undoneBy the bulk run that takes it back
 */
public record ImportRun(
    String id,
    ImportKind kind,
    ImportState state,
    boolean dryRun,
    String fileName,
    Map<String, String> mapping,
    @Nullable Long total,
    long processed,
    long created,
    long updated,
    long unchanged,
    long failed,
    @Nullable Double rowsPerSecond,
    @Nullable String message,
    Ref startedBy,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    List<String> warnings,
    boolean undoable,
    @Nullable String undoneBy)
    implements Identified {}

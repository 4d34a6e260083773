package asset2go.importing;

import org.jspecify.annotations.Nullable;

/**
 * How an import is to be taken back.
 *
 * @param dryRun whether it is only said what would become of each; false where missing
 */
public record ImportUndo(@Nullable Boolean dryRun) {}

package asset2go.importing;

import org.jspecify.annotations.Nullable;

/**
 * How an import is to be taken back.
 *
 * @param dryRun whether it is only said what would become of each asset; false where missing
 */
public record ImportUndo(@Nullable Boolean dryRun) {}

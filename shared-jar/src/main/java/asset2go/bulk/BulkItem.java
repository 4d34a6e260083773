package asset2go.bulk;

import asset2go.problem.Problem.FieldError;
import org.jspecify.annotations.Nullable;

/**
 * What became of one asset.
 *
 * @param seq in which order it is done, from 1
 * @param tag that it has; null for an unknown one
 * @param outcome null while its turn has not come
 * @param error why it was refused
 */
public record BulkItem(
    long seq,
    String assetId,
    @Nullable String tag,
    @Nullable String name,
    @Nullable BulkOutcome outcome,
    @Nullable FieldError error) {}

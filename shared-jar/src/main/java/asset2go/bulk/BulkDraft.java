package asset2go.bulk;

import asset2go.asset.Transition;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for: which assets, and what is to be done with each.
 *
 * @param kind all but UNDO, which has an address of its own
 * @param ids of the assets; either these or a query
 * @param query of a list of assets, as in its address; an empty one means all that the caller sees
 * @param patch for EDIT and MOVE, a JSON Merge Patch: of EDIT {@code condition}, {@code modelId},
 *     {@code notes}, {@code batchId}, {@code purchase} and {@code fields}; of MOVE {@code
 *     locationId} or {@code containerId}
 * @param transition for TRANSITION
 * @param dryRun whether it is only said what would become of each; false where missing
 */
public record BulkDraft(
    @NotNull BulkKind kind,
    @Nullable @Size(max = MOST_IDS) List<@NotNull String> ids,
    @Nullable @Size(max = 2000) String query,
    @Nullable Map<String, @Nullable Object> patch,
    @Nullable @Valid Transition transition,
    @Nullable Boolean dryRun) {

  /** So many assets can be named; more are meant by a query. */
  public static final int MOST_IDS = 1000;
}

package asset2go.bulk;

import asset2go.problem.Problem.FieldError;
import org.jspecify.annotations.Nullable;

/**
 * What became of one asset; where an import is taken back also of one location, dependency or kit.
 *
 * @param seq in which order it is done, from 1
 * @param assetId of an asset; of a dependency, that of the asset which needs another
 * @param locationId of a location
 * @param kitId of a kit
 * @param tag that the asset has; the code of a location; null for an unknown one, and for kits
 * @param name of a dependency its kind and the tag of what is needed
 * @param removes whether it goes, where an import is taken back that had made it
 * @param outcome null while its turn has not come
 * @param error why it was refused
 */
public record BulkItem(
    long seq,
    BulkSubject subject,
    @Nullable String assetId,
    @Nullable String locationId,
    @Nullable String kitId,
    @Nullable String tag,
    @Nullable String name,
    boolean removes,
    @Nullable BulkOutcome outcome,
    @Nullable FieldError error) {}

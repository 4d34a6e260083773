package asset2go.maintenance;

import asset2go.asset.AssetRef;
import asset2go.document.Document;
import asset2go.page.Identified;
import asset2go.page.Ref;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An asset was compared with a standard; what its parts mean says {@link CalibrationDraft}.
 *
 * @param order the work order by which it was done
 * @param documents the certificate, and what goes with it
 * @param recordedBy who closed the work order
 */
public record Calibration(
    String id,
    AssetRef asset,
    Ref order,
    Result result,
    LocalDate on,
    @Nullable LocalDate validUntil,
    @Nullable String deviation,
    @Nullable String certificate,
    @Nullable String by,
    List<Document> documents,
    Ref recordedBy,
    Instant recordedAt)
    implements Identified {

  /** What it came to. */
  public enum Result {
    PASSED,
    FAILED
  }
}

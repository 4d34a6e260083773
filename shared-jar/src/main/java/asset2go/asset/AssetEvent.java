package asset2go.asset;

import asset2go.page.Ref;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to an asset. Never edited; each carries the hash of the one before.
 *
 * @param seq 1 for the first event of the asset, without gaps
 * @param kind such as CREATED, CHANGED, MOVED, TRANSITION
 * @param actor who did it; the importer's user for an import
 * @param requestId ties it to the logs
 * @param changes field by field, before and after
 * @param hash SHA-256 over this event and {@code previousHash}, hexadecimal
 */
public record AssetEvent(
    String id,
    long seq,
    String kind,
    Instant at,
    Ref actor,
    @Nullable String requestId,
    List<Change> changes,
    String hash,
    @Nullable String previousHash) {

  /** One field's value before and after, as text; null for none. */
  public record Change(String field, @Nullable String before, @Nullable String after) {}

  /**
   * Whether the chain of an asset's events is whole.
   *
   * @param checked how many events were looked at
   * @param brokenAt the first event whose hash, link or number is wrong
   */
  public record Verification(boolean valid, long checked, @Nullable Long brokenAt) {}
}

package asset2go.maintenance;

import asset2go.asset.AssetRef;
import asset2go.page.Identified;
import asset2go.page.Ref;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has reported who saw that something is broken, by the QR code on it and perhaps
 * without a login. Nothing comes of it before somebody has looked at it.
 *
 * @param text in their words
 * @param name as they gave it; of a user, the user's
 * @param contact where they can be asked
 * @param user who was signed in; null for somebody unknown
 * @param decidedBy who accepted or rejected it
 * @param reason why nothing comes of it, where it was rejected
 * @param order the work order that came of it
 */
public record FaultReport(
    String id,
    AssetRef asset,
    State state,
    String text,
    @Nullable String name,
    @Nullable String contact,
    @Nullable Ref user,
    Instant at,
    @Nullable Ref decidedBy,
    @Nullable Instant decidedAt,
    @Nullable String reason,
    @Nullable Ref order)
    implements Identified {

  /** What has become of it. */
  public enum State {
    /** Nobody has looked at it. */
    NEW,
    /** A work order came of it. */
    ACCEPTED,
    /** Nothing comes of it. */
    REJECTED
  }
}

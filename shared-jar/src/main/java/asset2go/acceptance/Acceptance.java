package asset2go.acceptance;

import asset2go.asset.AssetRef;
import asset2go.page.Identified;
import asset2go.page.Ref;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody was asked to accept the terms of what was handed to them: once for all of a basket that
 * the same terms go with.
 *
 * @param terms the very edition
 * @param assets what was handed to them under these terms
 * @param signature with the name as it was signed; on a single acceptance, not in lists
 * @param by on whose screen it was signed
 * @param pdf whether the document is there: a worker writes it after the signature
 */
public record Acceptance(
    String id,
    State state,
    Ref person,
    Terms terms,
    List<AssetRef> assets,
    Instant askedAt,
    @Nullable Instant signedAt,
    @Nullable Signature signature,
    @Nullable Ref by,
    boolean pdf)
    implements Identified {

  /** How far it is. */
  public enum State {
    /** Nobody has signed yet. */
    WAITING,
    /** It is signed, and never changes again. */
    SIGNED,
    /** Everything came back before anybody signed. */
    LAPSED
  }
}

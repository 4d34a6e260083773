package asset2go.custody;

import asset2go.asset.Condition;
import asset2go.page.Ref;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who had an asset between the last time that it was known to be good and its last damage.
 *
 * @param good when somebody last said that it is NEW or GOOD, before the damage; null where nobody
 *     did
 * @param damage when somebody first said after that that it is POOR or UNUSABLE; null where it has
 *     not been damaged, and then there are no custodies
 * @param custodies the newest first, 200 at most
 * @param truncated whether there is more history than was looked at
 */
public record DamageTrail(
    @Nullable Sighting good,
    @Nullable Sighting damage,
    List<Custody> custodies,
    boolean truncated) {

  /** Somebody said in which condition it is. */
  public record Sighting(Instant at, Condition condition, Ref by) {}
}

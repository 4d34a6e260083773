package asset2go.right;

import asset2go.asset.AssetRef;
import asset2go.identity.RoleName;
import asset2go.page.Ref;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why somebody sees an asset, or that they do not.
 *
 * @param signsIn whether they may sign in at all
 * @param roles what they may do with it, all taken together; empty where nothing reaches it
 * @param reasons each role and each grant that reaches it
 */
public record Explanation(
    Ref person,
    AssetRef asset,
    boolean signsIn,
    boolean sees,
    List<RoleName> roles,
    List<Reason> reasons) {

  /**
   * One way from the person to the asset.
   *
   * @param team where the grant is a team's
   * @param grant id of the grant, null for a role over the whole installation
   * @param over what the grant is over
   * @param path from the asset, step by step, to what the grant is over; empty for the whole
   */
  public record Reason(
      RoleName role,
      @Nullable Ref team,
      @Nullable String grant,
      @Nullable Part over,
      List<Step> path) {}

  /**
   * Something on the way up from an asset.
   *
   * @param kind ASSET, LOCATION, MODEL, CATEGORY or COMPANY
   */
  public record Step(String kind, String id, String name) {}
}

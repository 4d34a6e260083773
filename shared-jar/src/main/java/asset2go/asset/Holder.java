package asset2go.asset;

import org.jspecify.annotations.Nullable;

/**
 * Who or what has an asset in custody.
 *
 * @param name shown to people; filled in by the API, not needed in a request
 */
public record Holder(Kind kind, String id, @Nullable String name) {

  /** Id and name of a place or an asset that is beyond the rights of who asks. */
  public static final String HIDDEN = "•••";

  /** Custody may go to a person, a team, a place or another asset. */
  public enum Kind {
    PERSON,
    TEAM,
    LOCATION,
    ASSET
  }
}

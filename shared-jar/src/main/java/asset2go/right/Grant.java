package asset2go.right;

import asset2go.identity.RoleName;
import asset2go.page.Identified;
import asset2go.page.Ref;
import java.time.Instant;

/**
 * A role that somebody holds over a part of the equipment. Who holds a role over the whole
 * installation has it as a {@linkplain asset2go.identity.User user} instead.
 *
 * @param holder a person, or a team for all its members
 * @param grantedBy the administrator who gave it
 */
public record Grant(
    String id, Holder holder, RoleName role, Part over, Ref grantedBy, Instant grantedAt)
    implements Identified {

  /** Who has it. */
  public record Holder(Kind kind, String id, String name) {

    /** One, or many. */
    public enum Kind {
      PERSON,
      TEAM
    }
  }
}

package asset2go.right;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who may use an endpoint.
 *
 * @param roles one of these; empty for whoever may see the thing
 * @param over what the roles must be over
 */
record Rule(Set<String> roles, Over over) {

  /** What an endpoint is about, and so which rights count. */
  enum Over {
    /** Nobody needs to be signed in. */
    ANYTHING,
    /** Whoever is signed in, with or without a role; what is shown is narrowed. */
    SELF,
    /** What belongs to no part: a role over the whole installation. */
    INSTALLATION,
    /** A list, narrowed to what is seen, for these roles over whatever part. */
    LIST,
    /** An asset in the path. */
    ASSET,
    /** A location in the path. */
    LOCATION,
    /** A stock-take of a location in the path. */
    STOCK_TAKE,
    /** A company in the path. */
    COMPANY,
    /** A person in the path. */
    PERSON,
    /** A booking in the path, of an asset by somebody else: a member sees their own only. */
    BOOKING,
    /** A team in the path. */
    TEAM,
    /** A custody in the path, of an asset. */
    CUSTODY,
    /** An acceptance in the path, of terms for an asset; not of who asks. */
    ACCEPTANCE,
    /** A batch in the path, of which there is something inside and outside. */
    BATCH,
    /** Assets in the body that change hands. */
    BASKET,
    /** A fault report about an asset in the path. */
    REPORT,
    /** A document of a work order of an asset in the path. */
    DOCUMENT,
    /** A work order of an asset in the path. */
    WORK,
    /** A plan for a location in the path. */
    PLAN,
    /** An asset of a work order in the body. */
    NEW_WORK,
    /** An import run in the path, an administrator's. */
    IMPORT,
    /** An administrator's run over many assets, which others of these roles do not see. */
    OWN,
    /** An asset that is made at a location in the body. */
    NEW_ASSET,
    /** A location that is made within one in the body. */
    NEW_LOCATION
  }

  static final List<String> ROLES = List.of("ADMIN", "MANAGER", "TECHNICIAN", "MEMBER", "AUDITOR");

  /** Reads a line such as {@code ASSET ADMIN MANAGER}. */
  static Rule of(String text) {
    String[] words = text.strip().split(" +");
    return new Rule(
        Arrays.stream(words).skip(1).collect(Collectors.toSet()), Over.valueOf(words[0]));
  }

  /** What somebody gets. */
  enum Outcome {
    PASSES,
    FORBIDDEN,
    NOT_FOUND,
    /** 422: the body names what they cannot see. */
    UNKNOWN
  }

  /**
   * @param role that somebody holds, empty for none
   * @param everywhere over the whole installation, else over the part
   * @param inside whether the thing lies in the part
   */
  Outcome outcome(String role, boolean everywhere, boolean inside) {
    boolean holds = roles.contains(role);
    return switch (over) {
      case ANYTHING, SELF, BATCH -> Outcome.PASSES;
      case LIST -> holds ? Outcome.PASSES : Outcome.FORBIDDEN;
      case INSTALLATION ->
          roles.isEmpty() || holds && everywhere ? Outcome.PASSES : Outcome.FORBIDDEN;
      case NEW_ASSET, NEW_LOCATION, NEW_WORK, BASKET ->
          !holds ? Outcome.FORBIDDEN : everywhere || inside ? Outcome.PASSES : Outcome.UNKNOWN;
      case OWN -> !holds ? Outcome.FORBIDDEN : everywhere ? Outcome.PASSES : Outcome.NOT_FOUND;
      case IMPORT -> {
        if (!roles.isEmpty() && !(holds && everywhere)) {
          yield Outcome.FORBIDDEN;
        }
        yield everywhere && !role.isEmpty() ? Outcome.PASSES : Outcome.NOT_FOUND;
      }
      case PERSON, TEAM -> {
        boolean hands = Set.of("ADMIN", "MANAGER", "TECHNICIAN").contains(role);
        boolean sees = everywhere || hands || inside && !role.isEmpty();
        yield !role.isEmpty() && sees ? Outcome.PASSES : Outcome.NOT_FOUND;
      }
      case BOOKING -> {
        if (!roles.isEmpty() && !holds) {
          yield Outcome.FORBIDDEN;
        }
        boolean oversees = !role.isEmpty() && !role.equals("MEMBER");
        yield oversees && (everywhere || inside) ? Outcome.PASSES : Outcome.NOT_FOUND;
      }
      case ACCEPTANCE -> {
        if (role.isEmpty() || !everywhere && !inside) {
          yield Outcome.NOT_FOUND;
        }
        yield roles.isEmpty() || holds ? Outcome.PASSES : Outcome.FORBIDDEN;
      }
      case ASSET, LOCATION, COMPANY, CUSTODY, DOCUMENT, REPORT, WORK, PLAN, STOCK_TAKE -> {
        if (!roles.isEmpty() && !holds) {
          yield Outcome.FORBIDDEN;
        }
        yield !role.isEmpty() && (everywhere || inside) ? Outcome.PASSES : Outcome.NOT_FOUND;
      }
    };
  }
}

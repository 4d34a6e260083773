package asset2go.page;

import asset2go.problem.DomainError;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the precondition of an update (RFC 9110, section 13.1.1). */
public final class IfMatch {

  private static final Pattern OURS = Pattern.compile("\\s*(?:W/)?\"([^\".]+)\\.(\\d{1,18})\"\\s*");

  private IfMatch() {}

  /**
   * The version that the caller saw.
   *
   * @return null where there is no precondition
   * @throws DomainError.Stale for a tag of something else, which can never match
   */
  public static @Nullable Long version(@Nullable String header, String id) {
    if (header == null || header.isBlank() || header.strip().equals("*")) {
      return null;
    }
    for (String tag : header.split(",", -1)) {
      Matcher matcher = OURS.matcher(tag);
      if (matcher.matches() && matcher.group(1).equals(id)) {
        return Long.valueOf(matcher.group(2));
      }
    }
    throw new DomainError.Stale("resource");
  }
}

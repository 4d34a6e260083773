package asset2go.graph;

import asset2go.problem.DomainError;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A place in a list that is ordered by (key, id): where the next page begins.
 *
 * @param key value of the sort key of the last row shown, as text
 * @param id its id
 */
public record Keyset(String key, String id) {

  private static final char SEPARATOR = '\u0000';

  /** The opaque form that goes into {@code ?after=}. */
  public String cursor() {
    byte[] bytes = (id + SEPARATOR + key).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /**
   * Reads a cursor.
   *
   * @throws DomainError.Malformed for one that we did not make
   */
  public static Keyset parse(String cursor) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      int end = text.indexOf(SEPARATOR);
      if (end > 0) {
        return new Keyset(text.substring(end + 1), text.substring(0, end));
      }
    } catch (IllegalArgumentException e) {
      // falls through: not Base64 is as wrong as any other text
    }
    throw new DomainError.Malformed("after", "is not a cursor of this list");
  }
}

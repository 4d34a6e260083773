package asset2go.check;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of the graph that was looked at.
 *
 * @param looked how many of each kind of thing
 * @param findings what does not hold, 200 at most
 * @param next cursor for {@code ?after=}: where the next stretch begins; null at the end
 */
public record Soundness(Map<String, Long> looked, List<Finding> findings, @Nullable String next) {

  /**
   * A rule that does not hold of something, on two looks one after the other.
   *
   * @param rule such as {@code ONE_PLACE}; docs/checking.md tells what each means
   * @param kind of the thing: {@code Asset}, {@code Location}…
   * @param id of the thing
   * @param detail what was found instead
   */
  public record Finding(String rule, String kind, String id, String detail) {}
}

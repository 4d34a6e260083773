package asset2go.settings;

import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Flags that the original gave to Node. Of these only {@code --max-old-space-size=N} (mebibytes)
 * means anything here: it is the most that the heap may grow to.
 */
public record NodeOptions(String flags) {
  private static final Pattern HEAP =
      Pattern.compile("--max[-_]old[-_]space[-_]size[= ](\\d{1,7})");

  public OptionalInt maxHeapMebibytes() {
    var matcher = HEAP.matcher(flags);
    return matcher.find()
        ? OptionalInt.of(Integer.parseInt(matcher.group(1)))
        : OptionalInt.empty();
  }
}

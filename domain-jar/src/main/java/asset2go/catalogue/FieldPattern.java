package asset2go.catalogue;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.regex.MatchResult;

/**
 * A regular expression that a person made up, for the whole of a text. It is one of RE2's (<a
 * href="https://github.com/google/re2/wiki/Syntax">Syntax</a>): without back references and looking
 * around, and in return the time that it takes grows with the text and nothing else, so nobody can
 * write one that takes for ever.
 */
final class FieldPattern {

  /** As many as RE2 itself allows, where the Java edition looks at each count alone. */
  private static final int MOST_REPEATS = 1_000;

  private static final java.util.regex.Pattern COUNT =
      java.util.regex.Pattern.compile("(\\)?)\\{(\\d{1,4})(?:,(\\d{0,4}))?}");

  /** What was written is no pattern; the message says why. */
  static final class Unusable extends Exception {
    private static final long serialVersionUID = 1L;

    private Unusable(String why) {
      super(why);
    }
  }

  private final Pattern pattern;

  private FieldPattern(Pattern pattern) {
    this.pattern = pattern;
  }

  static FieldPattern of(String written) throws Unusable {
    if (repeats(written) > MOST_REPEATS) {
      throw new Unusable("repeats more than %d times in all".formatted(MOST_REPEATS));
    }
    try {
      return new FieldPattern(Pattern.compile(written));
    } catch (PatternSyntaxException e) {
      throw new Unusable(e.getDescription() + ": " + e.getPattern());
    }
  }

  /** How often the innermost part may come at most, were all groups within each other. */
  private static long repeats(String written) {
    long largest = 1;
    long groups = 1;
    for (MatchResult count : COUNT.matcher(written).results().toList()) {
      String most =
          count.group(3) == null || count.group(3).isEmpty() ? count.group(2) : count.group(3);
      int times = Math.max(1, Integer.parseInt(most));
      if (count.group(1).isEmpty()) {
        largest = Math.max(largest, times);
      } else {
        groups = Math.min(groups * times, Integer.MAX_VALUE);
      }
    }
    return largest * groups;
  }

  boolean matches(String text) {
    return pattern.matches(text);
  }
}

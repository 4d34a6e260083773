package asset2go.search;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes text comparable the way people search: without accents, without case, one blank between
 * words. Both what is stored for searching and what is searched for goes through here.
 */
public final class Folding {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  private Folding() {}

  /** NFD without marks, lower case, blanks collapsed. */
  public static String fold(String text) {
    if (isPlain(text)) {
      return text;
    }
    String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
    String bare = MARKS.matcher(decomposed).replaceAll("");
    return BLANKS.matcher(bare.toLowerCase(Locale.ROOT).replace("ß", "ss")).replaceAll(" ").strip();
  }

  /** What somebody searches for, folded; null for nothing. */
  public static @Nullable String sought(@Nullable String text) {
    return text == null || text.isBlank() ? null : fold(text);
  }

  /** The folded parts, those that are there, with a blank between them. */
  public static String join(@Nullable String... parts) {
    return Stream.of(parts)
        .filter(part -> part != null && !part.isBlank())
        .map(Folding::fold)
        .collect(Collectors.joining(" "));
  }

  /** The words of a text, folded; all of it where it has none. */
  public static List<String> words(String text) {
    List<String> words =
        NO_WORD.splitAsStream(fold(text)).filter(word -> !word.isEmpty()).limit(12).toList();
    return words.isEmpty() ? List.of(fold(text)) : words;
  }

  /**
   * A Lucene query that wants every word of the text, each perhaps only begun. Nothing of the text
   * is taken for query syntax, since only letters and digits are left of it.
   *
   * @return null where the text has no word
   */
  public static @Nullable String toLucene(String text) {
    String query =
        NO_WORD
            .splitAsStream(fold(text))
            .filter(word -> !word.isEmpty())
            .limit(12)
            .map(word -> "+" + word + "*")
            .collect(Collectors.joining(" "));
    return query.isEmpty() ? null : query;
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!(c >= 'a' && c <= 'z' || c >= '0' && c <= '9')) {
        return false;
      }
    }
    return true;
  }
}

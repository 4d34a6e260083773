package asset2go.settings;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads a {@code .env} file by the rules of Docker Compose, so that one file means the same to
 * Compose and to us: {@code NAME=value}, {@code NAME: value} and {@code export NAME=value}; an
 * unquoted value ends at {@code " #"} or the line's end; single quotes are literal; double quotes
 * know escapes; unquoted and double-quoted values interpolate {@code $NAME}, {@code
 * ${NAME:-default}} and the like, the environment before the file; a name alone takes its value
 * from the environment. What Compose reads in a way nobody can mean (text after a closing quote, a
 * line without a name) is an error here.
 *
 * <p>Uses the JDK only and has a {@link #main}, so that the launcher can run this very file before
 * anything is built.
 *
 * @see <a
 *     href="https://docs.docker.com/compose/how-tos/environment-variables/variable-interpolation/#env-file-syntax">Compose's
 *     rules</a>
 */
public final class DotEnv {
  private final String text;
  private final Function<String, Optional<String>> environment;
  private final Map<String, String> values = new LinkedHashMap<>();
  private int at;

  private DotEnv(String text, Function<String, Optional<String>> environment) {
    this.text = text;
    this.environment = environment;
  }

  /** A file that cannot be understood; the message names the line, never a value. */
  public static final class BrokenFile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokenFile(String message) {
      super(message);
    }
  }

  /** The file's variables in its order; the environment serves interpolation only. */
  public static Map<String, String> read(Path file) throws IOException {
    return parse(
        decode(Files.readAllBytes(file)), name -> Optional.ofNullable(System.getenv(name)));
  }

  /** As {@link #read}, of a text and an environment of the caller's. */
  public static Map<String, String> parse(
      String text, Function<String, Optional<String>> environment) {
    var parser = new DotEnv(text, environment);
    parser.statements();
    return parser.values;
  }

  /**
   * Prints the variables of a file as {@code NAME=value}, each ended by a NUL, for a shell to read;
   * with a broken file one line on standard error and exit status 1.
   */
  public static void main(String[] arguments) {
    try {
      var out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
      read(Path.of(arguments[0]))
          .forEach(
              (name, value) -> {
                if (name.matches("[A-Za-z_][A-Za-z0-9_]*")) {
                  out.print(name + '=' + value + '\0');
                }
              });
      out.flush();
    } catch (BrokenFile broken) {
      fail(arguments[0] + ": " + broken.getMessage());
    } catch (IOException unreadable) {
      fail(arguments[0] + " cannot be read.");
    }
  }

  private static void fail(String message) {
    System.err.println(message);
    System.exit(1);
  }

  private static String decode(byte[] bytes) {
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException notUtf8) {
      throw new BrokenFile("is not UTF-8 text.");
    }
  }

  private void statements() {
    if (text.indexOf('\0') >= 0) {
      throw broken(text.indexOf('\0'), "holds a NUL character.");
    }
    for (skipBlank(); at < text.length(); skipBlank()) {
      if (text.charAt(at) == '#') {
        at = endOfLine(at);
      } else {
        statement();
      }
    }
  }

  private void statement() {
    skipExport();
    var start = at;
    while (at < text.length() && "=:\n".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    var name = name(start, text.substring(start, at).strip());
    if (at == text.length() || text.charAt(at) == '\n') {
      environment.apply(name).ifPresent(value -> values.put(name, value));
      return;
    }
    at++;
    while (at < text.length() && isSpace(text.charAt(at))) {
      at++;
    }
    values.put(name, value());
  }

  private String name(int start, String name) {
    if (name.isEmpty()) {
      throw broken(start, "has no name before the \"=\".");
    }
    if (!name.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || "_.-[]".indexOf(c) >= 0)) {
      throw broken(start, "is not of the form NAME=value.");
    }
    return name;
  }

  private String value() {
    var quote = at < text.length() ? text.charAt(at) : '\n';
    if (quote == '"' || quote == '\'') {
      return quoted(quote);
    }
    var start = at;
    at = endOfLine(at);
    var raw = text.substring(start, at);
    var comment = raw.indexOf(" #");
    return interpolate((comment < 0 ? raw : raw.substring(0, comment)).stripTrailing(), start);
  }

  private String quoted(char quote) {
    var start = at;
    var raw = new StringBuilder();
    for (at++; at < text.length() && text.charAt(at) != quote; at++) {
      var c = text.charAt(at);
      if (c == '\\' && at + 1 < text.length()) {
        at++;
        // In either kind a backslash hides the quote; all else it does later, in double quotes.
        raw.append(text.charAt(at) == quote ? "" : "\\");
      }
      raw.append(text.charAt(at));
    }
    if (at == text.length()) {
      throw broken(start, "opens a quote that is never closed.");
    }
    at++;
    restIsBlank();
    return quote == '\'' ? raw.toString() : interpolate(unescape(raw), start);
  }

  private void restIsBlank() {
    var rest = text.substring(at, endOfLine(at)).strip();
    if (!rest.isEmpty() && !rest.startsWith("#")) {
      throw broken(at, "has text after the closing quote.");
    }
    at = endOfLine(at);
  }

  private static String unescape(CharSequence raw) {
    var out = new StringBuilder();
    for (var i = 0; i < raw.length(); i++) {
      var c = raw.charAt(i);
      if (c != '\\' || i + 1 == raw.length()) {
        out.append(c);
        continue;
      }
      var next = raw.charAt(++i);
      var known = "abfnrtv\\\"".indexOf(next);
      if (known >= 0) {
        out.append("\u0007\b\f\n\r\t\u000B\\\"".charAt(known));
      } else if (next == '$') {
        out.append("$$");
      } else if (next == '0' && isOctal(raw, i + 1)) {
        out.append((char) Integer.parseInt(raw.subSequence(i + 1, i + 4).toString(), 8));
        i += 3;
      } else {
        out.append(c).append(next);
      }
    }
    return out.toString();
  }

  private static boolean isOctal(CharSequence raw, int from) {
    return from + 3 <= raw.length()
        && raw.subSequence(from, from + 3).chars().allMatch(c -> c >= '0' && c <= '7');
  }

  private String interpolate(String raw, int position) {
    var out = new StringBuilder();
    for (var i = 0; i < raw.length(); i++) {
      var next = i + 1 < raw.length() ? raw.charAt(i + 1) : ' ';
      if (raw.charAt(i) != '$') {
        out.append(raw.charAt(i));
      } else if (next == '$') {
        out.append('$');
        i++;
      } else if (next == '{') {
        var end = closingBrace(raw, i + 2, position);
        out.append(braced(raw.substring(i + 2, end), position));
        i = end;
      } else if (startsName(next)) {
        var end = endOfName(raw, i + 1);
        out.append(lookUp(raw.substring(i + 1, end)).orElse(""));
        i = end - 1;
      } else {
        out.append('$');
      }
    }
    return out.toString();
  }

  /** {@code NAME}, or NAME with one of the operators - ? + and an argument, with : or without. */
  private String braced(String inside, int position) {
    var end = endOfName(inside, 0);
    var name = inside.substring(0, end);
    var rest = inside.substring(end);
    var emptyIsUnset = rest.startsWith(":");
    var operator = emptyIsUnset ? rest.substring(1) : rest;
    if (name.isEmpty() || (!rest.isEmpty() && !operator.matches("(?s)[-?+].*"))) {
      throw broken(position, "has a \"${\" that is not of the form ${NAME} or ${NAME:-default}.");
    }
    var value = lookUp(name).filter(set -> !emptyIsUnset || !set.isEmpty());
    if (rest.isEmpty()) {
      return value.orElse("");
    }
    var argument = operator.substring(1);
    return switch (operator.charAt(0)) {
      case '-' -> value.orElseGet(() -> interpolate(argument, position));
      case '+' -> value.isPresent() ? interpolate(argument, position) : "";
      default -> value.orElseThrow(() -> broken(position, "needs " + name + ", which is not set."));
    };
  }

  private Optional<String> lookUp(String name) {
    return environment.apply(name).or(() -> Optional.ofNullable(values.get(name)));
  }

  private int closingBrace(String raw, int from, int position) {
    var depth = 1;
    for (var i = from; i < raw.length(); i++) {
      if (raw.startsWith("${", i)) {
        depth++;
      } else if (raw.charAt(i) == '}' && --depth == 0) {
        return i;
      }
    }
    throw broken(position, "has a \"${\" without its \"}\".");
  }

  private static boolean startsName(char c) {
    return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static int endOfName(String raw, int from) {
    var end = from;
    while (end < raw.length()
        && (startsName(raw.charAt(end))
            || (end > from && raw.charAt(end) >= '0' && raw.charAt(end) <= '9'))) {
      end++;
    }
    return end;
  }

  private void skipExport() {
    if (text.startsWith("export", at)
        && at + 6 < text.length()
        && isSpace(text.charAt(at + 6))
        && startsName(text.substring(at + 6, endOfLine(at)).strip().concat(" ").charAt(0))) {
      at += 6;
      while (isSpace(text.charAt(at))) {
        at++;
      }
    }
  }

  private void skipBlank() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private static boolean isSpace(char c) {
    return c != '\n' && Character.isWhitespace(c);
  }

  private int endOfLine(int from) {
    var end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }

  private BrokenFile broken(int position, String why) {
    var line = 1 + text.substring(0, position).chars().filter(c -> c == '\n').count();
    return new BrokenFile("line " + line + " " + why);
  }
}

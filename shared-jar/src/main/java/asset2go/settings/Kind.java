package asset2go.settings;

import asset2go.trace.Network;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How the text of a variable is read; what does not fit is refused with what would fit. */
enum Kind {
  TEXT(text -> text),
  MODE(text -> oneOf(Mode.class, text)),
  S3_TYPE(text -> oneOf(S3Type.class, text)),
  PORT(text -> number(text, 1, 65_535)),
  COUNT(text -> number(text, 1, Integer.MAX_VALUE)),
  SECONDS(text -> Duration.ofSeconds(number(text, 1, Integer.MAX_VALUE))),
  LIFETIME(Kind::lifetime),
  SWITCH(Kind::flag),
  HTTP_URL(Kind::httpUrl),
  BOLT_URI(Kind::boltUri),
  HOST(text -> matching(text, "[A-Za-z0-9._:-]+", "a host name or address, without a scheme")),
  ORIGINS(Kind::origins),
  NETWORKS(Kind::networks),
  EMAIL(text -> matching(text, "[^@\\s]+@[^@\\s]+", "an e-mail address")),
  LANGUAGE(text -> Locale.forLanguageTag(matching(text.strip(), "en|de", "en or de"))),
  SENDER(text -> matching(text, "[^\\r\\n]*[^@\\s]+@[^@\\s]+", "an e-mail address")),
  CONTACT(text -> matching(text, "(mailto:)?[^@\\s]+@[^@\\s]+|https://\\S+", "an e-mail address")),
  DATABASE(
      text ->
          matching(text, "[A-Za-z][A-Za-z0-9.-]{2,62}", "3 to 63 letters, digits, dots, dashes")),
  BUCKET(
      text ->
          matching(
              text,
              "[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]",
              "3 to 63 lower-case letters, digits, dots or dashes")),
  QUEUE(text -> matching(text, "[^:\\s]+", "a name without colons and spaces")),
  NODE_OPTIONS(NodeOptions::new),
  VAPID_PUBLIC(text -> vapid(text, 65, "an uncompressed P-256 point of 65 bytes")),
  PASSWORD(true, Secret::new),
  REDIS_URL(
      true,
      text ->
          new Secret(
              matching(
                  text.strip(),
                  "rediss?(-sentinel|-cluster)?://\\S+",
                  "an address like rediss://user:password@host:6380"))),
  SIGNING_SECRET(true, Kind::signingSecret),
  VAPID_PRIVATE(true, text -> new Secret(vapid(text, 32, "a P-256 key of 32 bytes")));

  private static final Pattern LIFETIMES = Pattern.compile("(\\d{1,9})\\s*([smhdw]?)");
  private static final Set<String> BOLT_SCHEMES =
      Set.of("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc");

  private final boolean secret;
  private final Function<String, Object> reader;

  Kind(Function<String, Object> reader) {
    this(false, reader);
  }

  Kind(boolean secret, Function<String, Object> reader) {
    this.secret = secret;
    this.reader = reader;
  }

  /** What does not fit; the message says what would, never what was found. */
  static final class Unfit extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unfit(String wanted) {
      super("must be " + wanted + ".");
    }
  }

  boolean isSecret() {
    return secret;
  }

  Object read(String text) {
    // A password may begin or end with a space; nothing else does on purpose.
    return reader.apply(secret ? text : text.strip());
  }

  private static String matching(String text, String pattern, String wanted) {
    if (!text.matches(pattern)) {
      throw new Unfit(wanted);
    }
    return text;
  }

  private static <E extends Enum<E>> E oneOf(Class<E> type, String text) {
    var names = Arrays.stream(type.getEnumConstants()).map(e -> e.name().toLowerCase(Locale.ROOT));
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> constant.name().equalsIgnoreCase(text))
        .findAny()
        .orElseThrow(() -> new Unfit(String.join(" or ", names.toList())));
  }

  private static int number(String text, int least, int most) {
    var wanted =
        most == Integer.MAX_VALUE
            ? "a whole number of at least " + least
            : "a whole number from " + least + " to " + most;
    try {
      var number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException ignored) {
      // said below
    }
    throw new Unfit(wanted);
  }

  private static boolean flag(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "1", "yes", "on" -> true;
      case "false", "0", "no", "off" -> false;
      default -> throw new Unfit("true or false");
    };
  }

  private static Duration lifetime(String text) {
    var matcher = LIFETIMES.matcher(text);
    if (!matcher.matches() || Long.parseLong(matcher.group(1)) == 0) {
      throw new Unfit("a length of time such as 7d, 12h, 30m or 3600 (seconds)");
    }
    var amount = Long.parseLong(matcher.group(1));
    var length =
        switch (matcher.group(2)) {
          case "m" -> Duration.ofMinutes(amount);
          case "h" -> Duration.ofHours(amount);
          case "d" -> Duration.ofDays(amount);
          case "w" -> Duration.ofDays(7 * amount);
          default -> Duration.ofSeconds(amount);
        };
    if (length.compareTo(Duration.ofDays(3_650)) > 0) {
      throw new Unfit("at most ten years (3650d)");
    }
    return length;
  }

  /** An address ends in a slash, so that {@link URI#resolve} keeps all of its path. */
  private static URI httpUrl(String text) {
    var wanted = "an address such as https://assets.example.com/";
    var uri = uri(text.endsWith("/") ? text : text + "/", wanted);
    var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.matches("https?") || uri.getRawQuery() != null) {
      throw new Unfit(wanted);
    }
    return withHost(uri, wanted);
  }

  private static URI boltUri(String text) {
    var wanted = "an address such as bolt://localhost:7687 or neo4j+s://db.example.com";
    var uri = uri(text, wanted);
    if (uri.getScheme() == null || !BOLT_SCHEMES.contains(uri.getScheme())) {
      throw new Unfit(wanted);
    }
    return withHost(uri, wanted);
  }

  private static URI withHost(URI uri, String wanted) {
    if (uri.getHost() == null
        || uri.getPort() == 0
        || uri.getPort() > 65_535
        || uri.getRawUserInfo() != null
        || uri.getRawFragment() != null) {
      throw new Unfit(wanted + ", without a user or fragment");
    }
    return uri;
  }

  private static URI uri(String text, String wanted) {
    try {
      return new URI(text);
    } catch (URISyntaxException malformed) {
      throw new Unfit(wanted);
    }
  }

  private static List<String> origins(String text) {
    return items(text).map(Kind::origin).toList();
  }

  private static String origin(String text) {
    if (text.equals("*")) {
      return text;
    }
    var uri = httpUrl(text);
    if (!"/".equals(uri.getRawPath())) {
      throw new Unfit("origins such as https://assets.example.com, separated by commas");
    }
    return originOf(uri);
  }

  /** Scheme, host and port as browsers write them: lower case, the scheme's own port left out. */
  static String originOf(URI uri) {
    var scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    var ownPort = scheme.equals("https") ? 443 : 80;
    var port = uri.getPort() < 0 || uri.getPort() == ownPort ? "" : ":" + uri.getPort();
    return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + port;
  }

  private static List<String> networks(String text) {
    List<String> networks = items(text).toList();
    if (networks.stream().anyMatch(item -> Network.parse(item).isEmpty())) {
      throw new Unfit("addresses or networks such as 10.0.0.0/8, separated by commas");
    }
    return networks;
  }

  private static Stream<String> items(String text) {
    return Arrays.stream(text.split(",")).map(String::strip).filter(item -> !item.isEmpty());
  }

  private static Secret signingSecret(String text) {
    if (text.getBytes(StandardCharsets.UTF_8).length < 32) {
      throw new Unfit("at least 32 bytes long");
    }
    // The server's configuration would decode {xor}… and put in what ${…} names: another key.
    if (text.startsWith("{") || text.contains("${")) {
      throw new Unfit("without \"{\" at its beginning and without \"${\"");
    }
    return new Secret(text);
  }

  private static String vapid(String text, int length, String wanted) {
    try {
      var stripped = text.strip();
      if (Base64.getUrlDecoder().decode(stripped).length == length) {
        return stripped;
      }
    } catch (IllegalArgumentException notBase64) {
      // said below
    }
    throw new Unfit(wanted + " in URL-safe Base64; ./asset2go env makes a pair");
  }
}

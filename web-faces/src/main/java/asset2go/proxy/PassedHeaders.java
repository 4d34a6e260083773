package asset2go.proxy;

import asset2go.trace.RequestId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which headers go through: all but those that are for one connection only (RFC 9110, section
 * 7.6.1) and those by which somebody could pretend to be the web tier.
 */
final class PassedHeaders {
  private static final Set<String> OF_A_CONNECTION =
      Set.of(
          "connection",
          "keep-alive",
          "proxy-authenticate",
          "proxy-authorization",
          "proxy-connection",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "http2-settings");

  /**
   * Said anew towards the API: its own name, the length, who asks and from where. {@code Cookie}
   * ends here: what it holds goes on as {@code Authorization}.
   */
  private static final Set<String> SAID_ANEW =
      Set.of(
          "host",
          "content-length",
          "expect",
          "cookie",
          "authorization",
          "forwarded",
          "x-real-ip",
          RequestId.HEADER.toLowerCase(Locale.ROOT));

  /**
   * The API keeps no cookies; one of its would lie beside the sign-in cookie of this origin, or
   * replace it. The id is that of our own answer already.
   */
  private static final Set<String> NOT_ANSWERED =
      Set.of("set-cookie", "set-cookie2", RequestId.HEADER.toLowerCase(Locale.ROOT));

  private static final Pattern LINK = Pattern.compile("<([^>]*)>");

  private PassedHeaders() {}

  /** What of a request's headers goes on to the API. */
  static Map<String, List<String>> toApi(Map<String, List<String>> sent) {
    var named = namedIn(sent);
    return passed(
        sent,
        name ->
            !named.contains(name)
                && !SAID_ANEW.contains(name)
                && !name.startsWith("x-forwarded-")
                && !name.startsWith("x-asset2go-"));
  }

  /** What of an answer's headers goes back, with its addresses as they are seen from here. */
  static Map<String, List<String>> toCaller(Map<String, List<String>> answered, ApiTarget target) {
    var named = namedIn(answered);
    var passed = passed(answered, name -> !named.contains(name) && !NOT_ANSWERED.contains(name));
    passed.replaceAll(
        (name, values) ->
            switch (name.toLowerCase(Locale.ROOT)) {
              case "location", "content-location" ->
                  values.stream().map(target::seenFromHere).toList();
              case "link" -> values.stream().map(value -> links(value, target)).toList();
              default -> values;
            });
    return passed;
  }

  private static String links(String value, ApiTarget target) {
    return LINK.matcher(value)
        .replaceAll(
            link ->
                java.util.regex.Matcher.quoteReplacement(
                    "<" + target.seenFromHere(link.group(1)) + ">"));
  }

  private static Map<String, List<String>> passed(
      Map<String, List<String>> headers, java.util.function.Predicate<String> which) {
    var passed = new LinkedHashMap<String, List<String>>();
    headers.forEach(
        (name, values) -> {
          var small = name.toLowerCase(Locale.ROOT);
          if (!OF_A_CONNECTION.contains(small) && which.test(small)) {
            passed.put(name, values);
          }
        });
    return passed;
  }

  /** Headers that {@code Connection} names are for this connection, too. */
  private static Set<String> namedIn(Map<String, List<String>> headers) {
    return headers.entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase("Connection"))
        .flatMap(header -> header.getValue().stream())
        .flatMap(value -> Arrays.stream(value.split(",", -1)))
        .flatMap(name -> Stream.of(name.strip().toLowerCase(Locale.ROOT)))
        .collect(Collectors.toSet());
  }
}

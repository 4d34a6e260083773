package asset2go.queue;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.HostAndPort;

/**
 * Takes the address of a Redis apart, from left to right. What it refuses it refuses with a
 * sentence of its own that shows no part of the address: where that is malformed, any part may be
 * one of the password.
 */
final class RedisUrlReader {
  private static final Pattern LONE_PERCENT = Pattern.compile("%(?![0-9A-Fa-f]{2})");
  private static final Pattern NAME =
      Pattern.compile("[A-Za-z0-9_]([A-Za-z0-9_.-]*[A-Za-z0-9_])?\\.?");
  private static final Pattern NUMBERS = Pattern.compile("[0-9.]+");
  private static final Pattern IPV4 =
      Pattern.compile("((25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(\\.(?!$)|$)){4}");
  private static final Pattern IPV6 = Pattern.compile("(?=.*:.*:)[0-9A-Fa-f:.]+(%[\\w.-]+)?");
  private static final Pattern DIGITS = Pattern.compile("\\d{1,9}");
  private static final int LARGEST_PORT = 65_535;

  private final String url;

  RedisUrlReader(String url) {
    this.url = url;
  }

  RedisUrl read() {
    check(!url.isEmpty(), "is empty");
    check(
        url.chars().noneMatch(c -> Character.isISOControl(c) || Character.isSpaceChar(c)),
        "holds a blank or a control character; a blank that is meant is %20");
    int scheme = url.indexOf("://");
    check(scheme > 0, "has no scheme: it begins with redis://, for example");
    String rest = url.substring(scheme + 3);
    check(rest.indexOf('#') < 0, "holds a #; in a password that is %23");
    int query = rest.indexOf('?');
    String place = query < 0 ? rest : rest.substring(0, query);
    int path = place.indexOf('/');
    String authority = path < 0 ? place : place.substring(0, path);
    int at = authority.indexOf('@');
    check(
        at >= 0 || !place.contains("@"),
        "has a / or a ? before its @; in a password they are %2F and %3F");
    check(
        at == authority.lastIndexOf('@') && (query < 0 || rest.indexOf('@', query) < 0),
        "has more than one @, or one at a wrong place; in a password it is %40");
    return parts(
        url.substring(0, scheme).toLowerCase(Locale.ROOT),
        at < 0 ? null : authority.substring(0, at),
        authority.substring(at + 1),
        path < 0 ? "" : place.substring(path + 1),
        query < 0 ? null : rest.substring(query + 1));
  }

  private static RedisUrl parts(
      String scheme, @Nullable String login, String hosts, String path, @Nullable String query) {
    RedisUrl.Kind kind = kind(scheme);
    String[] user = login(login);
    List<HostAndPort> addresses = hosts(hosts, kind);
    List<String> steps = steps(path);
    String master = null;
    if (kind == RedisUrl.Kind.SENTINEL) {
      check(!steps.isEmpty(), "names no master: Sentinels are asked for one, host/master");
      master = decoded(steps.removeFirst());
    }
    check(steps.size() <= 1, "has too many parts behind its host");
    int database = steps.isEmpty() ? 0 : database(steps.getFirst());
    check(
        database == 0 || kind != RedisUrl.Kind.CLUSTER,
        "names a database; a cluster has one only, 0");
    return new RedisUrl(
        kind,
        scheme.startsWith("rediss"),
        user[0],
        user[1],
        addresses,
        master,
        database,
        options(query, kind));
  }

  private static RedisUrl.Kind kind(String scheme) {
    for (RedisUrl.Kind kind : RedisUrl.Kind.values()) {
      if (scheme.equals("redis" + kind.suffix) || scheme.equals("rediss" + kind.suffix)) {
        return kind;
      }
    }
    throw refused(
        "has an unknown scheme: there are redis, redis-sentinel, redis-cluster, and with TLS"
            + " rediss, rediss-sentinel, rediss-cluster");
  }

  /** Name and password, either of them null. */
  private static @Nullable String[] login(@Nullable String login) {
    if (login == null) {
      return new @Nullable String[] {null, null};
    }
    int colon = login.indexOf(':');
    check(
        colon >= 0,
        "has one word before its @: it is user:password@host, or :password@host without a user");
    String password = decoded(login.substring(colon + 1));
    check(!password.isBlank(), "has an empty password");
    String name = decoded(login.substring(0, colon));
    return new @Nullable String[] {name.isEmpty() ? null : name, password};
  }

  private static List<HostAndPort> hosts(String text, RedisUrl.Kind kind) {
    check(!text.isEmpty(), "names no host");
    List<HostAndPort> hosts = new ArrayList<>();
    for (String host : text.split(",", -1)) {
      hosts.add(host(host, kind.port));
    }
    check(
        kind != RedisUrl.Kind.SERVER || hosts.size() == 1,
        "names several hosts: those are redis-sentinel:// or redis-cluster://");
    check(hosts.stream().distinct().count() == hosts.size(), "names a host twice");
    return hosts;
  }

  private static HostAndPort host(String text, int otherwise) {
    boolean bracketed = text.startsWith("[");
    int end = bracketed ? text.indexOf(']') + 1 : text.indexOf(':');
    if (bracketed) {
      check(end > 0, "has a [ without its ]");
    } else {
      check(
          text.indexOf(':') == text.lastIndexOf(':'),
          "has a host with more than one colon: an IPv6 address stands in brackets, [::1]");
      end = end < 0 ? text.length() : end;
    }
    String host = bracketed ? text.substring(1, end - 1) : text.substring(0, end);
    String port = text.substring(end);
    check(port.isEmpty() || port.startsWith(":"), "has something between a ] and its port");
    checkName(host, bracketed);
    return new HostAndPort(host, port.isEmpty() ? otherwise : port(port.substring(1)));
  }

  private static void checkName(String host, boolean bracketed) {
    if (bracketed) {
      check(IPV6.matcher(host).matches(), "has brackets that hold no IPv6 address");
      return;
    }
    check(!host.isEmpty(), "names an empty host");
    check(NAME.matcher(host).matches(), "has a host that is no name and no number");
    check(
        !NUMBERS.matcher(host).matches() || IPV4.matcher(host).matches(),
        "has a host of numbers that is no IPv4 address");
  }

  private static int port(String text) {
    check(!text.isEmpty(), "has a colon without a port behind it");
    check(DIGITS.matcher(text).matches(), "has a port that is no number");
    int port = Integer.parseInt(text);
    check(port >= 1 && port <= LARGEST_PORT, "has a port that is not between 1 and 65535");
    return port;
  }

  private static List<String> steps(String path) {
    List<String> steps = new ArrayList<>();
    if (!path.isEmpty()) {
      // A slash at the end means nothing.
      String some = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
      steps.addAll(List.of(some.split("/", -1)));
    }
    check(steps.stream().noneMatch(String::isEmpty), "has two slashes, one behind the other");
    return steps;
  }

  private static int database(String text) {
    check(DIGITS.matcher(text).matches(), "has a database that is no number, such as /0");
    return Integer.parseInt(text);
  }

  private static Map<String, String> options(@Nullable String query, RedisUrl.Kind kind) {
    Map<String, String> options = new HashMap<>();
    if (query == null) {
      return options;
    }
    check(!query.isEmpty(), "has nothing behind its ?");
    for (String option : query.split("&", -1)) {
      int equals = option.indexOf('=');
      check(equals > 0, "has an option without a value: it is name=value");
      String name = option.substring(0, equals);
      check(kind.options.contains(name), "has an option that is not known here" + known(kind));
      String value = decoded(option.substring(equals + 1));
      check(!value.isBlank(), "has an option with an empty value");
      check(options.put(name, value) == null, "has an option twice");
    }
    check(
        options.containsKey(RedisUrl.SENTINEL_PASSWORD)
            || !options.containsKey(RedisUrl.SENTINEL_USERNAME),
        "has a sentinelUsername without a sentinelPassword");
    check(
        Topology.Cluster.isPrefix(options.getOrDefault(RedisUrl.PREFIX, RedisUrl.DEFAULT_PREFIX)),
        "has a prefix without braces; in a cluster it is one like %7Bbull%7D");
    return options;
  }

  private static String known(RedisUrl.Kind kind) {
    return switch (kind) {
      case SERVER -> ": one server has none, and TLS is rediss://";
      case SENTINEL -> ": there are sentinelUsername and sentinelPassword";
      case CLUSTER -> ": there is prefix";
    };
  }

  private static String decoded(String text) {
    check(
        !LONE_PERCENT.matcher(text).find(),
        "has a % without two hexadecimal digits behind it; a % that is meant is %25");
    // A plus is a plus here, other than in forms.
    byte[] bytes =
        URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.ISO_8859_1)
            .getBytes(StandardCharsets.ISO_8859_1);
    boolean plain = text.indexOf('%') < 0;
    try {
      return plain
          ? text
          : StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException other) {
      throw refused("has percent-encoded bytes that are no UTF-8");
    }
  }

  private static void check(boolean right, String wrong) {
    if (!right) {
      throw refused(wrong);
    }
  }

  private static IllegalArgumentException refused(String wrong) {
    return new IllegalArgumentException("The address of the Redis " + wrong + ".");
  }
}

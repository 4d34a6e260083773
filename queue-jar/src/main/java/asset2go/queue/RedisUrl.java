package asset2go.queue;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.HostAndPort;

/**
 * Reads addresses of a Redis. Java's own URI knows of one host only, so that they are taken apart
 * here.
 */
final class RedisUrl {
  private static final Pattern SHAPE =
      Pattern.compile(
          "(?<scheme>[a-z-]+)://(?<authority>[^\\s/?#]+)(?<path>[^\\s?#]*)(\\?(?<query>[^\\s#]*))?");
  private static final int REDIS = 6379;
  private static final int SENTINEL = 26379;

  private final String scheme;
  private final @Nullable String username;
  private final @Nullable String password;
  private final String hosts;
  private final List<String> path;
  private final Map<String, String> query;

  private RedisUrl(String url) {
    Matcher parts = SHAPE.matcher(url);
    if (!parts.matches()) {
      throw new IllegalArgumentException("incomplete");
    }
    String authority = parts.group("authority");
    int at = authority.lastIndexOf('@');
    String login = at < 0 ? "" : authority.substring(0, at);
    int colon = login.indexOf(':');
    this.scheme = parts.group("scheme");
    this.username = colon < 0 ? null : decoded(login.substring(0, colon));
    this.password = decoded(login.substring(colon + 1));
    this.hosts = authority.substring(at + 1);
    this.path =
        Stream.of(parts.group("path").split("/"))
            .filter(part -> !part.isEmpty())
            .map(RedisUrl::decoded)
            .toList();
    this.query = query(parts.group("query"));
  }

  /**
   * @throws IllegalArgumentException that never holds the address itself: there are passwords in it
   */
  static RedisConfig parse(String url) {
    try {
      RedisUrl parts = new RedisUrl(url);
      return parts.config();
    } catch (IllegalArgumentException malformed) {
      throw new IllegalArgumentException(
          "A Redis has an address like redis://host:6379/0, rediss://user:password@host,"
              + " redis-sentinel://host:26379,host:26379/master or redis-cluster://host,host");
    }
  }

  private RedisConfig config() {
    boolean tls = scheme.startsWith("rediss");
    return switch (scheme) {
      case "redis", "rediss" -> {
        List<HostAndPort> one = hosts(REDIS);
        allow(Set.of());
        yield one.size() == 1
            ? config(new Topology.Standalone(one.getFirst()), path, tls)
            : refuse();
      }
      case "redis-sentinel", "rediss-sentinel" -> {
        allow(Set.of("sentinelUsername", "sentinelPassword"));
        yield path.isEmpty()
            ? refuse()
            : config(
                new Topology.Sentinel(
                    hosts(SENTINEL),
                    path.getFirst(),
                    query.get("sentinelUsername"),
                    query.get("sentinelPassword")),
                path.subList(1, path.size()),
                tls);
      }
      case "redis-cluster", "rediss-cluster" -> {
        allow(Set.of("prefix"));
        yield path.isEmpty()
            ? config(
                new Topology.Cluster(hosts(REDIS), query.getOrDefault("prefix", "{bull}")),
                path,
                tls)
            : refuse();
      }
      default -> refuse();
    };
  }

  private RedisConfig config(Topology topology, List<String> database, boolean tls) {
    if (database.size() > 1) {
      return refuse();
    }
    return RedisConfig.of(topology)
        .withLogin(username, password)
        .withDatabase(database.isEmpty() ? 0 : Integer.parseUnsignedInt(database.getFirst()))
        .withTls(tls);
  }

  private static RedisConfig refuse() {
    throw new IllegalArgumentException("malformed");
  }

  private void allow(Set<String> known) {
    if (!known.containsAll(query.keySet())) {
      refuse();
    }
  }

  private List<HostAndPort> hosts(int otherwise) {
    return Arrays.stream(hosts.split(",", -1)).map(host -> host(host, otherwise)).toList();
  }

  private static HostAndPort host(String text, int otherwise) {
    int colon = text.lastIndexOf(':');
    boolean port = colon > text.lastIndexOf(']');
    String host = (port ? text.substring(0, colon) : text).replaceAll("[\\[\\]]", "");
    if (host.isEmpty()) {
      refuse();
    }
    return new HostAndPort(host, port ? Integer.parseInt(text.substring(colon + 1)) : otherwise);
  }

  private static Map<String, String> query(@Nullable String raw) {
    Map<String, String> query = new HashMap<>();
    for (String pair : raw == null || raw.isEmpty() ? new String[0] : raw.split("&")) {
      int equals = pair.indexOf('=');
      query.put(equals < 0 ? pair : pair.substring(0, equals), decoded(pair.substring(equals + 1)));
    }
    return query;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}

package asset2go.settings;

import static asset2go.settings.Variable.*;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/**
 * What an operator has set, typed and checked. A role has the variables that it uses (see {@link
 * Variable}); to ask for those of another is a mistake of ours and fails. Addresses end in a slash.
 *
 * @param values the variables that are set or have a default, as {@link Kind} reads them
 */
public record Settings(Role role, Map<Variable, Object> values) {

  public record Neo4j(URI uri, String user, Secret password, String database) {}

  public record Redis(String host, int port, String username, Secret password) {}

  public record S3(
      S3Type type,
      URI endpoint,
      String bucket,
      String accessKeyId,
      Secret secretAccessKey,
      String region) {}

  public record Jwt(Secret secret, Duration expiresIn) {}

  public record Vapid(String publicKey, Secret privateKey, Optional<String> email) {}

  /** Without a host there is no mail. */
  public record Mail(
      String provider,
      Optional<Secret> apiKey,
      Optional<String> from,
      Optional<String> host,
      int port,
      boolean secure,
      Optional<String> username,
      Optional<Secret> password) {}

  public record Cache(boolean enabled, Duration defaultTtl) {}

  public record RateLimit(boolean enabled, Duration window, int requests) {}

  /** The first administrator, made where there is none yet. */
  public record Admin(String email, Optional<Secret> password) {}

  /** What the web tier tells browsers. */
  public record Web(int port, URI address, URI apiUrl, String vapidPublicKey) {}

  public Settings {
    values = Collections.unmodifiableMap(new EnumMap<>(values));
  }

  /**
   * Reads and checks what the role uses.
   *
   * @throws SettingsException with everything that is missing or wrong
   */
  public static Settings load(Config config, Role role) {
    var problems = new ArrayList<SettingsException.Problem>();
    var envFile = raw(config, DotEnvConfigSource.PROBLEM);
    if (envFile != null) {
      problems.add(new SettingsException.Problem(".env", envFile));
    }
    var values = new EnumMap<Variable, Object>(Variable.class);
    for (var variable : Variable.values()) {
      if (variable.isUsedBy(role)) {
        read(variable, raw(config, variable.name()), values, problems);
      }
    }
    checkPushKeys(values, problems);
    if (!problems.isEmpty()) {
      throw new SettingsException(role, problems);
    }
    return new Settings(role, values);
  }

  private static void read(
      Variable variable,
      @Nullable String found,
      Map<Variable, Object> values,
      List<SettingsException.Problem> problems) {
    var isSet = found != null && (variable.mayBeEmpty() || !found.isBlank());
    var text = isSet && found != null ? found : variable.fallback();
    if (!isSet && text.isEmpty()) {
      if (variable.isRequired()) {
        problems.add(problem(variable, "is missing: " + variable.description() + "."));
      }
      return;
    }
    try {
      values.put(variable, variable.read(text));
    } catch (Kind.Unfit unfit) {
      problems.add(problem(variable, unfit.getMessage() + ""));
    }
  }

  private static void checkPushKeys(
      Map<Variable, Object> values, List<SettingsException.Problem> problems) {
    var ours = values.get(VAPID_PUBLIC_KEY);
    var browsers = values.get(NEXT_PUBLIC_VAPID_PUBLIC_KEY);
    if (ours != null && browsers != null && !ours.equals(browsers)) {
      problems.add(problem(NEXT_PUBLIC_VAPID_PUBLIC_KEY, "must be the same as VAPID_PUBLIC_KEY."));
    }
  }

  private static SettingsException.Problem problem(Variable variable, String wrong) {
    return new SettingsException.Problem(variable.name(), wrong);
  }

  /**
   * The first source's word, as it stands: {@link Config#getValue} would take a {@code ${…}} in a
   * password for an expression and cannot tell empty from absent.
   */
  private static @Nullable String raw(Config config, String name) {
    for (var source : config.getConfigSources()) {
      var value = source.getValue(name);
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  public Mode mode() {
    return get(NODE_ENV, Mode.class);
  }

  public int apiPort() {
    return get(API_PORT, Integer.class);
  }

  public URI apiUrl() {
    return get(API_URL, URI.class);
  }

  public URI appUrl() {
    return get(APP_URL, URI.class);
  }

  /** Where the web tier finds the API. */
  public URI apiInternalUrl() {
    return get(API_INTERNAL_URL, URI.class);
  }

  public int managementPort() {
    return get(MANAGEMENT_PORT, Integer.class);
  }

  public String queue() {
    return get(QUEUE, String.class);
  }

  public Neo4j neo4j() {
    return new Neo4j(
        get(NEO4J_URI, URI.class),
        get(NEO4J_USER, String.class),
        get(NEO4J_PASSWORD, Secret.class),
        get(NEO4J_DATABASE, String.class));
  }

  public Redis redis() {
    return new Redis(
        get(REDIS_HOST, String.class),
        get(REDIS_PORT, Integer.class),
        get(REDIS_USERNAME, String.class),
        get(REDIS_PASSWORD, Secret.class));
  }

  /** The address of Redis, where host and port do not say it all: {@link #redis} is void then. */
  public Optional<Secret> redisUrl() {
    return find(REDIS_URL, Secret.class);
  }

  public S3 s3() {
    return new S3(
        get(S3_TYPE, S3Type.class),
        get(S3_ENDPOINT, URI.class),
        get(S3_BUCKET, String.class),
        get(S3_ACCESS_KEY_ID, String.class),
        get(S3_SECRET_ACCESS_KEY, Secret.class),
        get(S3_REGION, String.class));
  }

  public Jwt jwt() {
    return new Jwt(get(JWT_SECRET, Secret.class), get(JWT_EXPIRES_IN, Duration.class));
  }

  /** Whether a token counts that another holder of JWT_SECRET made for a user of ours. */
  public boolean acceptsForeignTokens() {
    return get(JWT_ACCEPT_FOREIGN, Boolean.class);
  }

  public Vapid vapid() {
    return new Vapid(
        get(VAPID_PUBLIC_KEY, String.class),
        get(VAPID_PRIVATE_KEY, Secret.class),
        find(VAPID_EMAIL, String.class));
  }

  public Mail mail() {
    return new Mail(
        get(EMAIL_PROVIDER, String.class),
        find(EMAIL_API_KEY, Secret.class),
        find(EMAIL_FROM, String.class),
        find(EMAIL_HOST, String.class),
        get(EMAIL_PORT, Integer.class),
        get(EMAIL_SECURE, Boolean.class),
        find(EMAIL_USERNAME, String.class),
        find(EMAIL_PASSWORD, Secret.class));
  }

  /** The language that mails are written in. */
  public Locale mailLanguage() {
    return get(EMAIL_LANGUAGE, Locale.class);
  }

  public Cache cache() {
    return new Cache(get(CACHE_ENABLED, Boolean.class), get(CACHE_DEFAULT_TTL, Duration.class));
  }

  public RateLimit rateLimit() {
    return new RateLimit(
        get(RATE_LIMIT_ENABLED, Boolean.class),
        get(RATE_LIMIT_TTL, Duration.class),
        get(RATE_LIMIT_REQUESTS, Integer.class));
  }

  public Admin admin() {
    return new Admin(get(ADMIN_EMAIL, String.class), find(ADMIN_PASSWORD, Secret.class));
  }

  public Web web() {
    return new Web(
        get(PORT, Integer.class),
        get(NEXT_PUBLIC_ADDRESS, URI.class),
        get(NEXT_PUBLIC_API_URL, URI.class),
        get(NEXT_PUBLIC_VAPID_PUBLIC_KEY, String.class));
  }

  /** Origins whose pages may call the API; {@code *} for any. */
  public List<String> corsOrigins() {
    return list(CORS_ORIGINS).orElseGet(() -> List.of(Kind.originOf(appUrl())));
  }

  /** Addresses and networks (CIDR) of the proxies in front of us. */
  public List<String> trustedProxies() {
    return list(TRUSTED_PROXIES).orElse(List.of());
  }

  private Optional<List<String>> list(Variable variable) {
    return find(variable, List.class)
        .map(items -> ((List<?>) items).stream().map(String.class::cast).toList());
  }

  private <T> T get(Variable variable, Class<T> type) {
    return find(variable, type)
        .orElseThrow(
            () -> new IllegalStateException("The role " + role + " has no " + variable + "."));
  }

  private <T> Optional<T> find(Variable variable, Class<T> type) {
    return Optional.ofNullable(values.get(variable)).map(type::cast);
  }

  @Override
  public String toString() {
    return "Settings[" + role.name().toLowerCase(Locale.ROOT) + "] " + values;
  }
}

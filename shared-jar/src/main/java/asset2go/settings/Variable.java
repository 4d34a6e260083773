package asset2go.settings;

import static asset2go.settings.Role.API;
import static asset2go.settings.Role.WEB;
import static asset2go.settings.Role.WORKER;

import java.util.Set;

/**
 * Every variable there is: how it is read, which roles use it, whether they need it, its default.
 * Validation, {@code .env.example} and the operators' page follow this table. A required variable
 * with a default may be left out.
 */
public enum Variable {
  NODE_ENV(Kind.MODE, Need.REQUIRED, all(), "", "development or production"),

  API_PORT(Kind.PORT, Need.REQUIRED, only(API), "3500", "port of the API"),
  API_URL(Kind.HTTP_URL, Need.REQUIRED, only(API), "", "address of the API from outside"),
  API_NODE_OPTIONS(
      Kind.NODE_OPTIONS,
      Need.OPTIONAL,
      only(API),
      "",
      "--max-old-space-size=N: heap of the API, MiB"),

  PORT(Kind.PORT, Need.REQUIRED, only(WEB), "3501", "port of the web tier"),
  APP_URL(
      Kind.HTTP_URL, Need.REQUIRED, all(), "", "address of the web tier: in mails and labels too"),
  NEXT_PUBLIC_API_URL(
      Kind.HTTP_URL, Need.REQUIRED, only(WEB), "", "address of the API for browsers"),
  NEXT_PUBLIC_ADDRESS(
      Kind.HTTP_URL, Need.REQUIRED, only(WEB), "", "address of the web tier for browsers"),
  WEB_NODE_OPTIONS(
      Kind.NODE_OPTIONS,
      Need.OPTIONAL,
      only(WEB),
      "",
      "--max-old-space-size=N: heap of the web tier"),
  WORKER_NODE_OPTIONS(
      Kind.NODE_OPTIONS,
      Need.OPTIONAL,
      only(WORKER),
      "",
      "--max-old-space-size=N: heap of a worker"),
  API_INTERNAL_URL(
      Kind.HTTP_URL,
      Need.OPTIONAL,
      only(WEB),
      "http://api:3500/",
      "address of the API for the web tier; a real one where they run on different servers"),

  NEO4J_URI(Kind.BOLT_URI, Need.REQUIRED, behind(), "", "address of Neo4j"),
  NEO4J_USER(Kind.TEXT, Need.REQUIRED, behind(), "", "user of Neo4j"),
  NEO4J_PASSWORD(Kind.PASSWORD, Need.REQUIRED, behind(), "", "its password"),
  NEO4J_DATABASE(Kind.DATABASE, Need.REQUIRED, behind(), "", "name of the database"),

  REDIS_HOST(Kind.HOST, Need.REQUIRED, behind(), "", "host of Redis"),
  REDIS_PORT(Kind.PORT, Need.REQUIRED, behind(), "", "port of Redis"),
  REDIS_PASSWORD(Kind.PASSWORD, Need.MAY_BE_EMPTY, behind(), "", "its password, or nothing"),
  REDIS_USERNAME(Kind.TEXT, Need.OPTIONAL, behind(), "default", "user of Redis"),
  REDIS_URL(
      Kind.REDIS_URL,
      Need.OPTIONAL,
      behind(),
      "",
      "Redis where it has TLS, Sentinels or a cluster; REDIS_HOST and the others say nothing then"),
  QUEUE(Kind.QUEUE, Need.REQUIRED, behind(), "asset2go", "name of the BullMQ queue"),

  S3_TYPE(Kind.S3_TYPE, Need.OPTIONAL, behind(), "minio", "minio or s3"),
  S3_ENDPOINT(Kind.HTTP_URL, Need.REQUIRED, behind(), "", "address of the object store"),
  S3_BUCKET(Kind.BUCKET, Need.REQUIRED, behind(), "", "name of the bucket"),
  S3_ACCESS_KEY_ID(Kind.TEXT, Need.REQUIRED, behind(), "", "its access key"),
  S3_SECRET_ACCESS_KEY(Kind.PASSWORD, Need.REQUIRED, behind(), "", "its secret key"),
  S3_REGION(Kind.TEXT, Need.REQUIRED, behind(), "", "its region, such as us-east-1"),

  JWT_SECRET(
      Kind.SIGNING_SECRET, Need.REQUIRED, all(), "", "signs tokens; the same for every instance"),
  JWT_EXPIRES_IN(Kind.LIFETIME, Need.OPTIONAL, all(), "7d", "life of a token: 7d, 12h, 3600"),
  JWT_ACCEPT_FOREIGN(
      Kind.SWITCH,
      Need.OPTIONAL,
      only(API),
      "false",
      "whether tokens count that another holder of JWT_SECRET made for a user of ours"),

  VAPID_PUBLIC_KEY(Kind.VAPID_PUBLIC, Need.REQUIRED, behind(), "", "public key of Web Push"),
  VAPID_PRIVATE_KEY(Kind.VAPID_PRIVATE, Need.REQUIRED, behind(), "", "private key of Web Push"),
  VAPID_EMAIL(Kind.CONTACT, Need.OPTIONAL, behind(), "", "whom a push service may write to"),
  NEXT_PUBLIC_VAPID_PUBLIC_KEY(
      Kind.VAPID_PUBLIC, Need.REQUIRED, only(WEB), "", "the same public key, for browsers"),

  CORS_ORIGINS(
      Kind.ORIGINS, Need.OPTIONAL, only(API), "", "allowed origins; the one of APP_URL if unset"),

  EMAIL_PROVIDER(Kind.TEXT, Need.OPTIONAL, behind(), "smtp", "who sends mail"),
  EMAIL_API_KEY(Kind.PASSWORD, Need.OPTIONAL, behind(), "", "key for a provider other than smtp"),
  EMAIL_FROM(Kind.SENDER, Need.OPTIONAL, behind(), "", "sender of mails"),
  EMAIL_HOST(Kind.HOST, Need.OPTIONAL, behind(), "", "host of the SMTP server; unset: no mail"),
  EMAIL_PORT(Kind.PORT, Need.OPTIONAL, behind(), "587", "its port"),
  EMAIL_SECURE(Kind.SWITCH, Need.OPTIONAL, behind(), "false", "TLS from the first byte"),
  EMAIL_USERNAME(Kind.TEXT, Need.OPTIONAL, behind(), "", "its user"),
  EMAIL_PASSWORD(Kind.PASSWORD, Need.OPTIONAL, behind(), "", "its password"),

  EMAIL_LANGUAGE(Kind.LANGUAGE, Need.OPTIONAL, behind(), "en", "language of mails: en or de"),

  CACHE_ENABLED(
      Kind.SWITCH, Need.OPTIONAL, behind(), "true", "whether what was read is kept in memory"),
  CACHE_DEFAULT_TTL(
      Kind.SECONDS, Need.OPTIONAL, behind(), "3600", "seconds that it is kept at the most"),

  RATE_LIMIT_ENABLED(Kind.SWITCH, Need.OPTIONAL, front(), "true", "whether requests are limited"),
  RATE_LIMIT_TTL(Kind.SECONDS, Need.OPTIONAL, front(), "60", "seconds of a window"),
  RATE_LIMIT_REQUESTS(Kind.COUNT, Need.OPTIONAL, front(), "100", "requests in a window"),

  ADMIN_EMAIL(
      Kind.EMAIL, Need.OPTIONAL, only(API), "admin@asset2go.test", "the first administrator"),
  ADMIN_PASSWORD(
      Kind.PASSWORD, Need.OPTIONAL, only(API), "", "the first administrator's first password"),
  TRUSTED_PROXIES(
      Kind.NETWORKS, Need.OPTIONAL, front(), "", "proxies whose X-Forwarded-* headers count"),
  MANAGEMENT_PORT(
      Kind.PORT, Need.OPTIONAL, all(), "3590", "port of health and metrics, never published");

  private final Kind kind;
  private final Need need;
  private final Set<Role> users;
  private final String fallback;
  private final String description;

  private enum Need {
    REQUIRED,
    /** Must be there, but an empty value is one. */
    MAY_BE_EMPTY,
    OPTIONAL
  }

  Variable(Kind kind, Need need, Set<Role> users, String fallback, String description) {
    this.kind = kind;
    this.need = need;
    this.users = users;
    this.fallback = fallback;
    this.description = description;
  }

  private static Set<Role> all() {
    return Set.of(API, WORKER, WEB);
  }

  /** The web tier talks to the API only, so that it needs no store. */
  private static Set<Role> behind() {
    return Set.of(API, WORKER);
  }

  private static Set<Role> front() {
    return Set.of(API, WEB);
  }

  private static Set<Role> only(Role role) {
    return Set.of(role);
  }

  /** Whether an operator has to see to it; {@link #fallback} may still stand in. */
  public boolean isRequired() {
    return need != Need.OPTIONAL;
  }

  public boolean isSecret() {
    return kind.isSecret();
  }

  /** What is used where nothing is set; empty for nothing. */
  public String fallback() {
    return fallback;
  }

  public String description() {
    return description;
  }

  public boolean isUsedBy(Role role) {
    return users.stream().anyMatch(role::plays);
  }

  boolean mayBeEmpty() {
    return need == Need.MAY_BE_EMPTY;
  }

  /**
   * The value that a text stands for.
   *
   * @throws Kind.Unfit where it stands for none
   */
  Object read(String text) {
    return kind.read(text);
  }
}

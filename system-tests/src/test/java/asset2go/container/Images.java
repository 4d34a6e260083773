package asset2go.container;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import asset2go.settings.Role;
import asset2go.settings.Variable;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.DockerImageName;

/** The images that were built for these tests, and settings with which each would start. */
final class Images {

  /** Of RFC 6979, A.2.5: known to everybody, good for nothing. */
  private static final String PUBLIC_KEY =
      "BGD-1LqllUljsVCy5tNs9sBBLAUS2rA0w_VyM6Lf92y2eQP-EBAv_n4UP28QY7ClZX7U20iVF4gIjCKP9DqZRik";

  private static final String PRIVATE_KEY = "ya-p2EW6dRZrXCFXZ7HWk05QwyG7ifk6w2BnsqZxJiE";

  private Images() {}

  /** Their tag; skips the test where none were built or no engine answers. */
  static String tag() {
    String tag = System.getenv("A2G_IMAGES");
    skipUnless(tag != null, "no images were built: system-tests/images test does it.");
    skipUnless(DockerClientFactory.instance().isDockerAvailable(), "no container engine answers.");
    return String.valueOf(tag);
  }

  private static void skipUnless(boolean condition, String reason) {
    if (!condition) {
      System.out.println("Tests of the images are skipped: " + reason);
    }
    assumeTrue(condition, reason);
  }

  /** A container of a role's image, or of {@code infra}. */
  @SuppressWarnings("resource") // Whoever asks closes it.
  static GenericContainer<?> container(String name) {
    return new GenericContainer<>(DockerImageName.parse("asset2go/" + name + ":" + tag()));
  }

  static String name(Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }

  /** Whether a role does not start without this variable. */
  static boolean needs(Role role, Variable variable) {
    return variable.isRequired() && variable.isUsedBy(role) && variable.fallback().isEmpty();
  }

  /** Everything that a role must be told, well-formed; the stores are on {@code infra}. */
  static Map<Variable, String> settings(Role role) {
    Map<Variable, String> settings = new EnumMap<>(Variable.class);
    Arrays.stream(Variable.values())
        .filter(variable -> needs(role, variable))
        .forEach(variable -> settings.put(variable, value(variable)));
    return settings;
  }

  private static String value(Variable variable) {
    return switch (variable) {
      case NODE_ENV -> "production";
      case API_URL, NEXT_PUBLIC_API_URL -> "http://localhost:3500/";
      case APP_URL, NEXT_PUBLIC_ADDRESS -> "http://localhost:3501/";
      case NEO4J_URI -> "bolt://infra:7687";
      case NEO4J_USER -> "neo4j";
      case NEO4J_DATABASE, S3_BUCKET -> "asset2go";
      case REDIS_HOST -> "infra";
      case REDIS_PORT -> "6379";
      case S3_ENDPOINT -> "http://infra:9000/";
      case S3_REGION -> "us-east-1";
      case S3_ACCESS_KEY_ID -> "somebody";
      case VAPID_PUBLIC_KEY, NEXT_PUBLIC_VAPID_PUBLIC_KEY -> PUBLIC_KEY;
      case VAPID_PRIVATE_KEY -> PRIVATE_KEY;
      case NEO4J_PASSWORD, REDIS_PASSWORD, S3_SECRET_ACCESS_KEY -> "hush-" + variable;
      case JWT_SECRET -> "hush-0123456789-0123456789-0123456789";
      default -> throw new IllegalArgumentException("Which value would " + variable + " have?");
    };
  }
}

package asset2go.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class SettingsTest {
  private static final String SECRET = "a-signing-secret-of-forty-bytes-or-so-ok";
  private static final String PUBLIC =
      "BNcRdreALRFXTkOOUHK1EtK2wtaz5Ry4YfYCA_0QTpQtUbVlUls0VJXg7A8u-Ts1XbjhazAkj7I99e8QcYP7DkM";
  private static final String PRIVATE = "tBHItJI5svbpez7KI4CCXg1KoFl0dWGx8zwLsAMzIuk";

  /** The guide's reference, with real keys where it has placeholders that are too short. */
  private static Map<String, String> guide() {
    try (var file = SettingsTest.class.getResourceAsStream("guide-reference.env")) {
      var text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      var values = new HashMap<>(DotEnv.parse(text, name -> Optional.empty()));
      values.put("JWT_SECRET", SECRET);
      values.put("VAPID_PUBLIC_KEY", PUBLIC);
      values.put("VAPID_PRIVATE_KEY", PRIVATE);
      values.put("NEXT_PUBLIC_VAPID_PUBLIC_KEY", PUBLIC);
      return values;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Settings load(Role role, Map<String, String> values) {
    return Settings.load(Sources.config(values), role);
  }

  private static List<String> wrong(Role role, Map<String, String> values) {
    var exception = catchThrowableOfType(SettingsException.class, () -> load(role, values));
    return exception.problems().stream().map(SettingsException.Problem::variable).toList();
  }

  private static Settings guideWith(String name, String value) {
    var values = guide();
    values.put(name, value);
    return load(Role.ALL, values);
  }

  @Test
  void theGuidesOwnReferenceWorksWordForWord() {
    var settings = load(Role.ALL, guide());

    assertThat(settings.mode()).isEqualTo(Mode.DEVELOPMENT);
    assertThat(settings.apiPort()).isEqualTo(3500);
    assertThat(settings.apiUrl()).hasToString("http://asset2go.test:3500/");
    assertThat(settings.appUrl()).hasToString("http://asset2go.test:3501/");
    assertThat(settings.apiInternalUrl()).hasToString("http://api:3500/");
    assertThat(settings.neo4j())
        .isEqualTo(
            new Settings.Neo4j(
                URI.create("bolt://localhost:7687"),
                "neo4j",
                new Secret("your-password"),
                "asset2go"));
    assertThat(settings.redis())
        .isEqualTo(new Settings.Redis("localhost", 6379, "default", new Secret("your-password")));
    assertThat(settings.queue()).isEqualTo("asset2go");
    assertThat(settings.s3())
        .isEqualTo(
            new Settings.S3(
                S3Type.MINIO,
                URI.create("http://localhost:9000/"),
                "asset2go",
                "your-access-key",
                new Secret("your-secret"),
                "us-east-1"));
    assertThat(settings.jwt()).isEqualTo(new Settings.Jwt(new Secret(SECRET), Duration.ofDays(7)));
    assertThat(settings.vapid().email()).contains("your-email@example.com");
    assertThat(settings.corsOrigins()).containsExactly("http://asset2go.test:3501");
    assertThat(settings.mail().host()).contains("smtp.example.com");
    assertThat(settings.mail().port()).isEqualTo(587);
    assertThat(settings.mail().secure()).isFalse();
    assertThat(settings.cache()).isEqualTo(new Settings.Cache(true, Duration.ofHours(1)));
    assertThat(settings.rateLimit())
        .isEqualTo(new Settings.RateLimit(true, Duration.ofMinutes(1), 100));
    assertThat(settings.web())
        .isEqualTo(
            new Settings.Web(
                3501,
                URI.create("http://asset2go.test:3501/"),
                URI.create("http://asset2go.test:3500/"),
                PUBLIC));
    assertThat(settings.admin())
        .isEqualTo(new Settings.Admin("admin@asset2go.test", Optional.empty()));
    assertThat(settings.trustedProxies()).isEmpty();
    assertThat(((NodeOptions) settings.values().get(Variable.API_NODE_OPTIONS)).maxHeapMebibytes())
        .hasValue(6144);
  }

  @Test
  void theGuideNamesNoVariableThatWeDoNotKnow() {
    assertThat(guide().keySet())
        .allSatisfy(name -> assertThat(Variable.valueOf(name)).isNotNull())
        .hasSize(Variable.values().length - 7);
  }

  @Test
  void everythingThatIsMissingIsSaidAtOnce() {
    assertThat(wrong(Role.ALL, Map.of()))
        .containsExactly(
            "NODE_ENV",
            "API_URL",
            "APP_URL",
            "NEXT_PUBLIC_API_URL",
            "NEXT_PUBLIC_ADDRESS",
            "NEO4J_URI",
            "NEO4J_USER",
            "NEO4J_PASSWORD",
            "NEO4J_DATABASE",
            "REDIS_HOST",
            "REDIS_PORT",
            "REDIS_PASSWORD",
            "S3_ENDPOINT",
            "S3_BUCKET",
            "S3_ACCESS_KEY_ID",
            "S3_SECRET_ACCESS_KEY",
            "S3_REGION",
            "JWT_SECRET",
            "VAPID_PUBLIC_KEY",
            "VAPID_PRIVATE_KEY",
            "NEXT_PUBLIC_VAPID_PUBLIC_KEY");
  }

  @Test
  void theWebTierNeedsNoStore() {
    var values = guide();
    values.keySet().removeIf(name -> name.matches("(NEO4J|REDIS|S3)_.*"));
    values.put("NEO4J_URI", "nonsense");

    var settings = load(Role.WEB, values);

    assertThat(settings.web().port()).isEqualTo(3501);
    assertThatIllegalStateException()
        .isThrownBy(settings::neo4j)
        .withMessage("The role WEB has no NEO4J_URI.");
  }

  @Test
  void theWorkerNeedsNoPortAndNoAddressOfTheApi() {
    var values = guide();
    values.keySet().removeIf(name -> name.matches("(API|WEB|NEXT_PUBLIC)_.*|PORT"));
    assertThat(load(Role.WORKER, values).queue()).isEqualTo("asset2go");
  }

  @Test
  void aPasswordOfRedisMayBeEmptyButMustBeNamed() {
    assertThat(guideWith("REDIS_PASSWORD", "").redis().password().isEmpty()).isTrue();
    var values = guide();
    values.remove("REDIS_PASSWORD");
    assertThat(wrong(Role.API, values)).containsExactly("REDIS_PASSWORD");
  }

  @Test
  void anAddressOfRedisIsASecretSinceItMayHoldAPassword() {
    var url = "rediss-sentinel://u:hunter2@a,b/main";
    var settings = guideWith("REDIS_URL", url);
    assertThat(settings.redisUrl()).contains(new Secret(url));
    assertThat(settings.toString()).doesNotContain("hunter2");
    assertThat(load(Role.ALL, guide()).redisUrl()).isEmpty();
  }

  @Test
  void anEmptyOptionalVariableIsAsGoodAsNone() {
    var values = guide();
    values.putAll(Map.of("EMAIL_HOST", "", "RATE_LIMIT_TTL", " ", "CORS_ORIGINS", "", "QUEUE", ""));
    var settings = load(Role.ALL, values);
    assertThat(settings.mail().host()).isEmpty();
    assertThat(settings.rateLimit().window()).isEqualTo(Duration.ofMinutes(1));
    assertThat(settings.corsOrigins()).containsExactly("http://asset2go.test:3501");
    assertThat(settings.queue()).isEqualTo("asset2go");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NODE_ENV             | staging",
        "API_PORT             | 0",
        "API_PORT             | 65536",
        "PORT                 | 35O1",
        "API_URL              | asset2go.test:3500",
        "API_URL              | ftp://asset2go.test/",
        "APP_URL              | http://",
        "APP_URL              | http://user:hunter2@asset2go.test/",
        "APP_URL              | http://asset2go.test:99999/",
        "APP_URL              | http://a b/",
        "APP_URL              | javascript:alert(1)",
        "API_INTERNAL_URL     | api:3500",
        "NEO4J_URI            | http://localhost:7474",
        "NEO4J_URI            | localhost:7687",
        "NEO4J_DATABASE       | a/b",
        "REDIS_HOST           | redis://localhost",
        "REDIS_PORT           | -1",
        "REDIS_URL            | http://localhost",
        "EMAIL_LANGUAGE       | fr",
        "REDIS_URL            | localhost:6379",
        "REDIS_URL            | redis-other://localhost",
        "QUEUE                | a:b",
        "S3_TYPE              | azure",
        "S3_ENDPOINT          | localhost:9000",
        "S3_BUCKET            | My_Bucket",
        "JWT_SECRET           | only-thirty-one-bytes-long-here",
        "JWT_SECRET           | {xor}hunter2hunter2hunter2hunter2hunter2",
        "JWT_SECRET           | hunter2${HOME}hunter2hunter2hunter2",
        "JWT_EXPIRES_IN       | soon",
        "JWT_EXPIRES_IN       | 0",
        "JWT_EXPIRES_IN       | -7d",
        "JWT_EXPIRES_IN       | 999999999w",
        "JWT_ACCEPT_FOREIGN   | perhaps",
        "VAPID_PUBLIC_KEY     | your-public-key",
        "VAPID_PRIVATE_KEY    | hunter2hunter2",
        "CORS_ORIGINS         | https://a.example/path",
        "EMAIL_PORT           | smtp",
        "EMAIL_SECURE         | maybe",
        "CACHE_ENABLED        | ja",
        "CACHE_DEFAULT_TTL    | 1h",
        "RATE_LIMIT_REQUESTS  | 0",
        "ADMIN_EMAIL          | admin",
        "TRUSTED_PROXIES      | everyone",
        "TRUSTED_PROXIES      | 10.0.0.0/33",
        "TRUSTED_PROXIES      | ::1/129",
        "TRUSTED_PROXIES      | 10.0.0.256",
        "TRUSTED_PROXIES      | 10.0.0",
        "TRUSTED_PROXIES      | bad",
      })
  void aValueThatDoesNotFitIsRefusedByNameOnly(String name, String value) {
    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(() -> guideWith(name, value))
        .withMessageContaining(name)
        .satisfies(
            e ->
                assertThat(e.problems())
                    .anySatisfy(
                        problem -> {
                          assertThat(problem.variable()).isEqualTo(name);
                          assertThat(problem.wrong()).startsWith("must be ");
                        }))
        .withMessageNotContaining("hunter2")
        .withMessageNotContaining("thirty-one");
  }

  @ParameterizedTest
  @CsvSource({"7d,PT168H", "12h,PT12H", "30m,PT30M", "45s,PT45S", "3600,PT1H", "2w,PT336H"})
  void aTokensLifeIsReadWithItsUnit(String text, Duration life) {
    assertThat(guideWith("JWT_EXPIRES_IN", text).jwt().expiresIn()).isEqualTo(life);
  }

  @Test
  void tokensThatOthersMadeCountOnlyWhereThatIsAskedFor() {
    assertThat(load(Role.API, guide()).acceptsForeignTokens()).isFalse();
    assertThat(guideWith("JWT_ACCEPT_FOREIGN", "true").acceptsForeignTokens()).isTrue();
  }

  @Test
  void listsAreSplitAtCommasAndOriginsAreWrittenAsBrowsersDo() {
    assertThat(
            guideWith("CORS_ORIGINS", "https://A.example:443/, http://b.example:80,*")
                .corsOrigins())
        .containsExactly("https://a.example", "http://b.example", "*");
    assertThat(guideWith("TRUSTED_PROXIES", "10.0.0.0/8, ::1").trustedProxies())
        .containsExactly("10.0.0.0/8", "::1");
  }

  @Test
  void anAddressEndsInASlash() {
    assertThat(guideWith("APP_URL", "https://x.example/assets").appUrl().resolve("q/1"))
        .hasToString("https://x.example/assets/q/1");
  }

  @Test
  void aDollarInAPasswordIsNoExpression() {
    assertThat(guideWith("NEO4J_PASSWORD", "a${b}c\\$d ").neo4j().password().reveal())
        .isEqualTo("a${b}c\\$d ");
  }

  @Test
  void theTwoPublicKeysMustAgree() {
    var other = PUBLIC.replace("BNcR", "BNcS");
    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(() -> guideWith("NEXT_PUBLIC_VAPID_PUBLIC_KEY", other))
        .withMessageContaining("must be the same as VAPID_PUBLIC_KEY");
  }

  @Test
  void aBrokenEnvFileIsAmongTheProblems() {
    var values = guide();
    values.put(DotEnvConfigSource.PROBLEM, "line 3 opens a quote that is never closed.");
    assertThat(wrong(Role.ALL, values)).containsExactly(".env");
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void nothingSecretIsEverShown(Role role) {
    var values = guide();
    for (var variable : Variable.values()) {
      if (variable.isSecret() && variable != Variable.VAPID_PRIVATE_KEY) {
        var scheme = variable == Variable.REDIS_URL ? "rediss://" : "";
        values.put(variable.name(), scheme + "hunter2-" + SECRET);
      }
    }
    var settings = load(role, values);
    assertThat(settings.toString()).doesNotContain("hunter2", PRIVATE).contains("NODE_ENV");
    if (role != Role.WEB) {
      assertThat(settings.neo4j() + "" + settings.redis() + settings.s3() + settings.jwt())
          .doesNotContain("hunter2");
      assertThat(settings.vapid() + "" + settings.mail()).doesNotContain("hunter2", PRIVATE);
    }
  }

  @Test
  void aRoleIsNamedInAnyCase() {
    assertThat(Role.named(" api ")).isEqualTo(Role.API);
  }
}

package asset2go.platform;

import static org.assertj.core.api.Assertions.assertThat;

import asset2go.identity.Jwt;
import asset2go.platform.Document.Operation;
import asset2go.running.Answer;
import asset2go.running.Api;
import asset2go.running.OneSystem;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Walks the OpenAPI document and makes every mistake at every address. */
final class ErrorWalkTest {

  /** Where anybody may go without a token. */
  private static final Set<String> OPEN =
      Set.of(
          "GET /",
          "GET /version",
          "GET /openapi",
          "GET /health/started",
          "GET /health/ready",
          "GET /health/live",
          "POST /v1/auth/login",
          "POST /v1/auth/password-reset",
          "POST /v1/auth/password-reset/confirm",
          "POST /v1/invitations/accept",
          "POST /v1/fault-reports",
          "POST /v1/fault-reports/photos",
          "GET /v1/calendars/{token}");

  private static final String UNKNOWN = "01890000-0000-7000-8000-000000000000";
  private static final AtomicInteger ADDRESS = new AtomicInteger();

  private static List<Operation> operations;
  private static Api anybody;
  private static String token;

  @BeforeAll
  static void start() {
    anybody = OneSystem.get().api();
    // A session of its own, so that nothing here can end that of others.
    token = OneSystem.get().administrator().token();
    operations = Document.of(anybody).operations();
    assertThat(operations).hasSizeGreaterThan(30);
  }

  @Test
  void theDocumentSaysWhereAnybodyMayGo() {
    assertThat(operations.stream().filter(Operation::needsNoToken).map(Operation::toString))
        .containsExactlyInAnyOrderElementsOf(OPEN);
  }

  @TestFactory
  Stream<DynamicTest> nobodyGetsInWithoutAToken() {
    return each(
        operation -> !OPEN.contains(operation.toString()),
        operation -> {
          Answer refused = send(operation, null, UNKNOWN, validBody(operation));
          problem(refused, Set.of(401));
          assertThat(refused.header("WWW-Authenticate")).startsWith("Bearer");
        });
  }

  @TestFactory
  Stream<DynamicTest> nobodyGetsInWithAFalseToken() {
    Map<String, String> tokens = falseTokens();
    return each(
        operation -> !operation.path().startsWith("/health"),
        operation ->
            tokens.forEach(
                (name, bad) -> {
                  Answer refused = send(operation, bad, UNKNOWN, validBody(operation));
                  assertThat(refused.status()).as(name + ": " + refused).isEqualTo(401);
                  problem(refused, Set.of(401));
                }));
  }

  @TestFactory
  Stream<DynamicTest> aBodyThatIsNoJsonIsRefused() {
    return each(
        Operation::takesJson,
        operation -> {
          for (String text :
              List.of("{", "{\"name\":}", "[1,", "nonsense", "{\"a\":1}{", "{'name':'x'}")) {
            problem(sendBytes(operation, text.getBytes(StandardCharsets.UTF_8)), Set.of(400));
          }
          problem(sendBytes(operation, new byte[] {'{', '"', (byte) 0xff, '"'}), Set.of(400));
          // Where nothing is sent, what is asked for may be looked up first.
          problem(sendBytes(operation, new byte[0]), Set.of(400, 404));
          problem(
              sendBytes(operation, "[".repeat(50_000).getBytes(StandardCharsets.UTF_8)),
              Set.of(400));
        });
  }

  @TestFactory
  Stream<DynamicTest> aBodyThatIsNoObjectIsRefused() {
    return each(
        Operation::takesJson,
        operation -> {
          for (String text : List.of("null", "[]", "\"text\"", "7", "true")) {
            Answer refused = sendBytes(operation, text.getBytes(StandardCharsets.UTF_8));
            problem(refused, Set.of(400, 422));
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> aValueOfTheWrongTypeIsRefused() {
    return each(
        Operation::takesJson,
        operation -> {
          for (JsonObject body : operation.wronglyTyped()) {
            Answer refused = send(operation, token, UNKNOWN, publisher(body));
            problem(refused, Set.of(400, 422));
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> aNumberThatIsNoneIsRefused() {
    return each(
        operation -> !operation.typedQueries().isEmpty(),
        operation -> {
          for (String name : operation.typedQueries()) {
            for (String value : List.of("abc", "1.5", "99999999999999999999", "%20")) {
              Answer refused = as(token).get(operation.path(UNKNOWN) + "?" + name + "=" + value);
              problem(refused, Set.of(400));
            }
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> whatIsNotThereIsNotFound() {
    return each(
        Operation::hasId,
        operation -> {
          for (String id :
              List.of(
                  UNKNOWN, "x", "0", "%20", "%F0%9F%94%A7", "'", "1' OR 1=1", "x".repeat(2000))) {
            Answer refused = send(operation, token, id.replace(" ", "%20"), validBody(operation));
            problem(refused, Set.of(404));
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> aBodyOfAnotherKindIsRefused() {
    return each(
        Operation::takesJson,
        operation -> {
          for (String type :
              List.of("text/plain", "application/xml", "x", "application/x-www-form-urlencoded")) {
            Answer refused =
                as(token)
                    .send(
                        operation.method(),
                        operation.path(UNKNOWN),
                        type,
                        BodyPublishers.ofString("name=x"));
            problem(refused, Set.of(415, 400));
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> aMethodThatIsNotThereIsRefused() {
    return operations.stream()
        .map(Operation::path)
        .distinct()
        .map(
            path ->
                DynamicTest.dynamicTest(
                    path,
                    () -> {
                      Answer refused =
                          as(token)
                              .send(
                                  "PROPFIND",
                                  path.replaceAll("\\{[^}]+}", UNKNOWN),
                                  null,
                                  BodyPublishers.noBody());
                      problem(refused, Set.of(405, 501));
                    }));
  }

  @Test
  void anAddressThatIsNotThereIsNotFound() {
    for (String path :
        List.of("/v1", "/v1/nothing", "/nothing", "/v1/assets/x/nothing", "/admin", "/v2/assets")) {
      problem(as(token).get(path), Set.of(404));
      problem(anybody.get(path), Set.of(401, 404));
    }
  }

  @Test
  void aBodyThatIsTooLargeIsRefused() {
    String name = "x".repeat(3 * 1024 * 1024);
    JsonObject body = Json.createObjectBuilder().add("name", name).build();
    problem(as(token).post("/v1/assets", body), Set.of(413));
  }

  private static Stream<DynamicTest> each(Predicate<Operation> which, Consumer<Operation> check) {
    return operations.stream()
        .filter(which)
        .map(one -> DynamicTest.dynamicTest(one.toString(), () -> check.accept(one)));
  }

  private static Map<String, String> falseTokens() {
    String secret = OneSystem.get().setting("JWT_SECRET");
    JsonObject claims = Jwt.claims(token);
    Instant now = Instant.now();
    JsonObject past =
        Jwt.during(claims, now.minus(Duration.ofDays(2)), now.minus(Duration.ofDays(1)));
    String[] parts = token.split("\\.", -1);
    Map<String, String> tokens = new LinkedHashMap<>();
    tokens.put("expired", Jwt.signed(past, secret));
    tokens.put("foreign key", Jwt.signed(claims, "another secret of enough characters, too"));
    tokens.put("alg none", Jwt.unsigned(claims, "none"));
    tokens.put("alg nOnE", Jwt.unsigned(claims, "nOnE"));
    tokens.put("no signature", parts[0] + "." + parts[1] + ".");
    tokens.put("other algorithm", Jwt.signedHs512(claims, secret));
    tokens.put(
        "another's claims",
        parts[0]
            + "."
            + Jwt.unsigned(with(claims, "sub", UNKNOWN), "none").split("\\.", -1)[1]
            + "."
            + parts[2]);
    tokens.put("unknown session", Jwt.signed(with(claims, "jti", UNKNOWN), secret));
    tokens.put("somebody else", Jwt.signed(with(claims, "sub", UNKNOWN), secret));
    tokens.put("other issuer", Jwt.signed(with(claims, "iss", "somebody"), secret));
    tokens.put("other type", Jwt.signed(with(claims, "typ", "api"), secret));
    tokens.put("no subject", Jwt.signed(with(claims, "sub", ""), secret));
    tokens.put("too long", Jwt.signed(with(claims, "more", "x".repeat(6000)), secret));
    tokens.put("no token", "nonsense");
    tokens.put("dots", "..");
    return tokens;
  }

  private static JsonObject with(JsonObject claims, String name, String value) {
    return Json.createObjectBuilder(claims).add(name, value).build();
  }

  /** From another address each time, so that no failure counts against the next. */
  private static Api as(String bearer) {
    int number = ADDRESS.incrementAndGet();
    return anybody
        .as(bearer)
        .with("X-Forwarded-For", "198.18." + number / 250 % 250 + "." + number % 250);
  }

  private static Answer send(Operation operation, String bearer, String id, BodyPublisher body) {
    return as(bearer)
        .send(
            operation.method(),
            operation.path(id),
            operation.takesFiles()
                ? "multipart/form-data; boundary=x"
                : operation.takesJson() ? "application/json" : null,
            body);
  }

  private static Answer sendBytes(Operation operation, byte[] body) {
    return send(operation, token, UNKNOWN, BodyPublishers.ofByteArray(body));
  }

  private static BodyPublisher validBody(Operation operation) {
    return operation.takesJson() ? publisher(operation.validBody()) : BodyPublishers.noBody();
  }

  private static BodyPublisher publisher(JsonObject body) {
    return BodyPublishers.ofString(body.toString());
  }

  private static void problem(Answer answer, Set<Integer> expected) {
    assertThat(answer.status()).as(answer.toString()).isIn(expected);
    assertThat(answer.header("Content-Type"))
        .as(answer.toString())
        .startsWith("application/problem+json");
    JsonObject problem = answer.json();
    assertThat(problem.getInt("status")).isEqualTo(answer.status());
    assertThat(problem.getString("type")).startsWith("/problems/");
    assertThat(problem.getString("title")).isNotBlank();
    assertThat(problem.getString("requestId")).isEqualTo(answer.header("X-Request-Id"));
    assertThat(answer.body())
        .doesNotContain("Exception", "\\tat ", "asset2go.", "java.", "com.", "org.neo4j", "Neo4j");
  }
}

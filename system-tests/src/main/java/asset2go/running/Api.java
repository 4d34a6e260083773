package asset2go.running;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The REST API as a program uses it that knows nothing of ours but its addresses. */
public final class Api {

  // One for all: its connections are reused, and a thread of its own would outlive the tests.
  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private final String root;
  private final @Nullable String token;
  private final Map<String, String> headers;

  /** Of any running API, as nobody in particular. */
  public static Api at(URI address) {
    return new Api(address, null);
  }

  Api(URI address, @Nullable String token) {
    this(address.toString().replaceFirst("/$", ""), token, Map.of());
  }

  private Api(String root, @Nullable String token, Map<String, String> headers) {
    this.root = root;
    this.token = token;
    this.headers = headers;
  }

  /** With this header on every request. */
  public Api with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Api(root, token, more);
  }

  /** With this bearer token, or with none. */
  public Api as(@Nullable String bearer) {
    return new Api(root, bearer, headers);
  }

  /** As somebody who signs in now. */
  public Api signIn(String email, String password) {
    return as(login(email, password).expect(200).json().getString("token"));
  }

  /** Tries to sign in. */
  public Answer login(String email, String password) {
    return post("/v1/auth/login", object().add("email", email).add("password", password).build());
  }

  /** The token it uses. */
  public String token() {
    return Optional.ofNullable(token).orElseThrow();
  }

  public Answer get(String path) {
    return send("GET", path, null, BodyPublishers.noBody());
  }

  public Answer delete(String path) {
    return send("DELETE", path, null, BodyPublishers.noBody());
  }

  public Answer post(String path, JsonObject body) {
    return send("POST", path, "application/json", BodyPublishers.ofString(body.toString()));
  }

  public Answer post(String path) {
    return send("POST", path, null, BodyPublishers.noBody());
  }

  public Answer patch(String path, JsonObject body) {
    return send(
        "PATCH", path, "application/merge-patch+json", BodyPublishers.ofString(body.toString()));
  }

  /** Any request. */
  public Answer send(String method, String path, @Nullable String type, BodyPublisher body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(root + path))
            .timeout(Duration.ofSeconds(60))
            .method(method, body);
    if (type != null) {
      request.header("Content-Type", type);
    }
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    headers.forEach(request::header);
    try {
      var response = CLIENT.send(request.build(), BodyHandlers.ofString());
      return new Answer(
          method + " " + path, response.statusCode(), response.headers(), response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(method + " " + path + ": " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Every row of a list, page by page. */
  public List<JsonObject> all(String path) {
    List<JsonObject> rows = new ArrayList<>();
    Optional<String> after = Optional.empty();
    do {
      String mark = path.contains("?") ? "&" : "?";
      String query = after.map(cursor -> mark + "after=" + Text.encoded(cursor)).orElse("");
      Answer page = get(path + query).expect(200);
      rows.addAll(page.items());
      after = page.next();
    } while (after.isPresent());
    return rows;
  }

  /** Sends a file with other fields as {@code multipart/form-data}. */
  public Answer upload(String path, String fileName, byte[] content, Map<String, String> fields) {
    String boundary = "asset2go-" + UUID.randomUUID();
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    fields.forEach(
        (name, value) ->
            body.writeBytes(
                """
                --%s\r
                Content-Disposition: form-data; name="%s"\r
                \r
                %s\r
                """
                    .formatted(boundary, name, value)
                    .getBytes(StandardCharsets.UTF_8)));
    body.writeBytes(
        """
        --%s\r
        Content-Disposition: form-data; name="file"; filename="%s"\r
        Content-Type: text/csv\r
        \r
        """
            .formatted(boundary, fileName)
            .getBytes(StandardCharsets.UTF_8));
    body.writeBytes(content);
    body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return send(
        "POST",
        path,
        "multipart/form-data; boundary=" + boundary,
        BodyPublishers.ofByteArray(body.toByteArray()));
  }

  private static JsonObjectBuilder object() {
    return jakarta.json.Json.createObjectBuilder();
  }
}

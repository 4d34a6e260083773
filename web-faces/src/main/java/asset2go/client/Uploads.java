package asset2go.client;

import asset2go.installation.Installation;
import asset2go.problem.Problem;
import asset2go.trace.RequestId;
import asset2go.trace.ServiceCall;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Passes on what is too long to be held: it flows from the browser to the API. The client of {@link
 * ApiClients} would gather it first.
 */
@ApplicationScoped
public class Uploads {
  private static final Jsonb JSON = JsonbBuilder.create();

  /** For so long nothing moves before the API counts as stuck. */
  private static final Duration QUIET = Duration.ofSeconds(60);

  @Inject Installation installation;
  @Inject ApiReach reach;

  private @Nullable ExecutorService threads;
  private @Nullable HttpClient client;

  @PostConstruct
  void open() {
    threads = Executors.newVirtualThreadPerTaskExecutor();
    client =
        HttpClient.newBuilder()
            .executor(threads)
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(ApiReach.CONNECT)
            .build();
  }

  @PreDestroy
  void close() {
    if (client != null && threads != null) {
      client.shutdownNow();
      threads.shutdownNow();
    }
  }

  /** What is sent; read by another thread until the call has ended. */
  public abstract static class Body extends InputStream {
    /** Bytes so far. */
    protected abstract long passed();
  }

  /**
   * Posts to a path of the API.
   *
   * @param path below the API's address, without a slash in front
   * @throws ApiProblem where the API refuses
   * @throws ProcessingException where it could not be reached, or the body broke off
   */
  public <T> T post(String path, String mediaType, Body body, Class<T> answer) {
    return post(path, mediaType, body, in -> JSON.fromJson(in, answer));
  }

  /** The same where nothing is answered. */
  public void post(String path, String mediaType, Body body) {
    post(path, mediaType, body, in -> in.readAllBytes().length);
  }

  /** What is read of an answer. */
  private interface Reading<T> {
    T read(InputStream in) throws IOException;
  }

  private <T> T post(String path, String mediaType, Body body, Reading<T> reading) {
    try {
      var response = send(request(path, mediaType, body), body);
      reach.answered();
      try (var in = response.body()) {
        if (response.statusCode() >= 400) {
          throw new ApiProblem(problem(response, in));
        }
        return reading.read(in);
      }
    } catch (IOException failed) {
      throw new ProcessingException(failed);
    }
  }

  private HttpRequest request(String path, String mediaType, Body body) {
    var caller = Caller.current();
    var settings = installation.settings();
    var request =
        HttpRequest.newBuilder(settings.apiInternalUrl().resolve(path))
            .header(HttpHeaders.CONTENT_TYPE, mediaType)
            .header(HttpHeaders.ACCEPT, "application/json")
            .header(HttpHeaders.ACCEPT_LANGUAGE, caller.locale().toLanguageTag())
            .header(RequestId.HEADER, caller.requestId())
            .header(
                ServiceCall.HEADER,
                new ServiceCall(settings.jwt().secret().reveal()).header(caller.address()))
            .POST(BodyPublishers.ofInputStream(() -> body));
    if (caller.token() != null) {
      request.header(HttpHeaders.AUTHORIZATION, "Bearer " + caller.token());
    }
    return request.build();
  }

  private HttpResponse<InputStream> send(HttpRequest request, Body body) throws IOException {
    if (client == null) {
      throw new IllegalStateException("Not open.");
    }
    var coming = client.sendAsync(request, BodyHandlers.ofInputStream());
    while (true) {
      var before = body.passed();
      try {
        return coming.get(QUIET.toSeconds(), TimeUnit.SECONDS);
      } catch (TimeoutException quiet) {
        if (body.passed() == before) {
          coming.cancel(true);
          throw new HttpTimeoutException("No answer within " + QUIET.toSeconds() + " s");
        }
      } catch (ExecutionException failed) {
        throw new IOException(failed.getCause());
      } catch (InterruptedException stopping) {
        coming.cancel(true);
        Thread.currentThread().interrupt();
        throw new IOException(stopping);
      }
    }
  }

  private static Problem problem(HttpResponse<?> response, InputStream body) {
    var type = response.headers().firstValue(HttpHeaders.CONTENT_TYPE).orElse("");
    if (type.contains("json")) {
      try {
        return JSON.fromJson(body, Problem.class);
      } catch (JsonbException unreadable) {
        // As if there were none.
      }
    }
    return new Problem(
        "about:blank",
        "The API answered " + response.statusCode(),
        response.statusCode(),
        null,
        null,
        Caller.current().requestId(),
        null);
  }
}

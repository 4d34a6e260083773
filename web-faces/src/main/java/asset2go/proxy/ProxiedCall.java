package asset2go.proxy;

import asset2go.client.ApiReach;
import asset2go.trace.LogContext;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way to the API and its answer on the way back. Whatever its length, a few
 * buffers hold what is under way; what arrives is passed on at once, so that events are events.
 */
record ProxiedCall(
    AsyncContext async,
    HttpRequest asked,
    @Nullable SentBody body,
    HttpClient client,
    ApiTarget target,
    ApiReach reach,
    String requestId)
    implements Runnable {
  private static final Logger LOG = Logger.getLogger(ProxiedCall.class.getName());

  /** For so long nothing moves before the API counts as stuck: neither up nor the answer. */
  private static final Duration QUIET = Duration.ofSeconds(60);

  private static final int BUFFER = 16 * 1024;

  /**
   * So much of JSON is there before any of it is passed on. What breaks off later ends, without a
   * length, like what is whole: a servlet cannot break off a connection.
   */
  private static final int WHOLE = 1 << 19;

  @Override
  public void run() {
    try (var log = LogContext.of(requestId)) {
      pass();
    } catch (IOException | RuntimeException gone) {
      // Whoever asked has gone, or the API has in the midst of an answer: the call ends with it.
      LOG.log(Level.FINE, "Request " + requestId + " ended early", gone);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    } finally {
      async.complete();
    }
  }

  private void pass() throws IOException, InterruptedException {
    HttpResponse<InputStream> answer;
    try {
      answer = answer();
    } catch (IOException failure) {
      refuse(failure);
      return;
    }
    reach.answered();
    // Closing what has not been read to its end ends the API's side, too.
    try (var in = answer.body()) {
      var first = new byte[0];
      try {
        first = in.readNBytes(isJson(answer) ? WHOLE : 0);
      } catch (IOException brokenOff) {
        send(Refusal.BROKEN);
        return;
      }
      begin(answer);
      var out = response().getOutputStream();
      out.write(first);
      copy(in, out);
    }
  }

  private static boolean isJson(HttpResponse<?> answer) {
    return answer.headers().firstValue("Content-Type").orElse("").contains("json");
  }

  private HttpResponse<InputStream> answer() throws IOException, InterruptedException {
    var coming = client.sendAsync(asked, BodyHandlers.ofInputStream());
    while (true) {
      var before = passed();
      try {
        return coming.get(QUIET.toSeconds(), TimeUnit.SECONDS);
      } catch (TimeoutException quiet) {
        if (passed() == before) {
          coming.cancel(true);
          throw new HttpTimeoutException("No answer within " + QUIET.toSeconds() + " s");
        }
      } catch (ExecutionException failed) {
        throw failed.getCause() instanceof IOException cause ? cause : new IOException(failed);
      }
    }
  }

  private long passed() {
    return body == null ? 0 : body.passed();
  }

  private void refuse(IOException failure) throws IOException {
    if (body != null && body.isBroken()) {
      // Heard only where the sender is still there, and sent more than the server takes.
      send(Refusal.BROKEN_OFF);
      return;
    }
    reach.silent(failure);
    var refusal =
        failure instanceof ConnectException || failure instanceof HttpConnectTimeoutException
            ? Refusal.UNREACHABLE
            : failure instanceof HttpTimeoutException ? Refusal.SLOW : Refusal.BROKEN;
    send(refusal);
  }

  private void send(Refusal refusal) throws IOException {
    refusal.send((HttpServletRequest) async.getRequest(), response(), requestId);
  }

  private void begin(HttpResponse<?> answer) {
    var response = response();
    response.setStatus(answer.statusCode());
    PassedHeaders.toCaller(answer.headers().map(), target)
        .forEach(
            (name, values) -> {
              // The first takes the place of what pages have there.
              response.setHeader(name, values.getFirst());
              values.stream().skip(1).forEach(value -> response.addHeader(name, value));
            });
  }

  private static void copy(InputStream in, OutputStream out) throws IOException {
    var buffer = new byte[BUFFER];
    if (in.available() == 0) {
      out.flush();
    }
    for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
      out.write(buffer, 0, got);
      if (in.available() == 0) {
        out.flush();
      }
    }
  }

  private HttpServletResponse response() {
    return (HttpServletResponse) async.getResponse();
  }
}

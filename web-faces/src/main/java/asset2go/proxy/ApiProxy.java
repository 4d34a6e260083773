package asset2go.proxy;

import asset2go.client.ApiReach;
import asset2go.client.Caller;
import asset2go.frame.Gate;
import asset2go.frame.SameOrigin;
import asset2go.installation.Installation;
import asset2go.trace.RequestId;
import asset2go.trace.ServiceCall;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * {@code /api/*}: asks the API on behalf of whoever asks here. The container's thread only looks
 * whether the request may pass; a virtual thread waits for the rest, so that a thousand open
 * streams hold up no page.
 */
@WebServlet(urlPatterns = Gate.API + "/*", asyncSupported = true)
public final class ApiProxy extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Set<String> REFUSED = Set.of("TRACE", "CONNECT");

  @Inject transient Installation installation;
  @Inject transient ApiReach reach;

  private transient @Nullable Upstream upstream;

  /** What lives as long as the application. */
  private record Upstream(
      ExecutorService threads,
      HttpClient client,
      ApiTarget target,
      SameOrigin origin,
      ServiceCall service) {}

  @Override
  public void init() {
    var settings = installation.settings();
    var threads = Executors.newVirtualThreadPerTaskExecutor();
    var client =
        HttpClient.newBuilder()
            .executor(threads)
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(ApiReach.CONNECT)
            .build();
    upstream =
        new Upstream(
            threads,
            client,
            new ApiTarget(settings.apiInternalUrl(), Gate.API),
            new SameOrigin(settings.appUrl()),
            new ServiceCall(settings.jwt().secret().reveal()));
  }

  @Override
  public void destroy() {
    if (upstream != null) {
      upstream.client().shutdownNow();
      upstream.threads().shutdownNow();
    }
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var up = upstream;
    if (up == null) {
      throw new IllegalStateException("Not open.");
    }
    var caller = Caller.current();
    var passport =
        Passport.of(
            request.getHeader("Authorization"), caller.token(), up.origin().allows(request));
    var address = up.target().of(request.getRequestURI(), request.getQueryString());
    var refusal =
        REFUSED.contains(request.getMethod())
            ? Refusal.METHOD
            : address.isEmpty() ? Refusal.MALFORMED : passport.isEmpty() ? Refusal.FOREIGN : null;
    if (refusal != null) {
      refusal.send(request, response, caller.requestId());
      return;
    }
    var body = hasBody(request) ? new SentBody(request.getInputStream()) : null;
    Optional<HttpRequest> asked =
        build(request, body, address.orElseThrow(), passport.orElseThrow(), caller, up);
    if (asked.isEmpty()) {
      Refusal.MALFORMED.send(request, response, caller.requestId());
      return;
    }
    var async = request.startAsync(request, response);
    // Streams last as long as they last.
    async.setTimeout(0);
    up.threads()
        .execute(
            new ProxiedCall(
                async, asked.get(), body, up.client(), up.target(), reach, caller.requestId()));
  }

  private static boolean hasBody(HttpServletRequest request) {
    return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
  }

  /** Nothing where a header's value could not be sent on. */
  private static Optional<HttpRequest> build(
      HttpServletRequest request,
      @Nullable SentBody body,
      URI address,
      Passport passport,
      Caller caller,
      Upstream up) {
    try {
      var asked =
          HttpRequest.newBuilder(address)
              .method(request.getMethod(), publisher(body, request.getContentLengthLong()));
      PassedHeaders.toApi(headers(request))
          .forEach((name, values) -> values.forEach(value -> asked.header(name, value)));
      if (passport.authorization() != null) {
        asked.setHeader("Authorization", passport.authorization());
      }
      asked.setHeader(RequestId.HEADER, caller.requestId());
      asked.setHeader(ServiceCall.FORWARDED, up.service().forwarded(caller.address()));
      return Optional.of(asked.build());
    } catch (IllegalArgumentException notToBeSent) {
      return Optional.empty();
    }
  }

  private static BodyPublisher publisher(@Nullable SentBody body, long length) {
    if (body == null) {
      return BodyPublishers.noBody();
    }
    var stream = BodyPublishers.ofInputStream(() -> body);
    return length > 0 ? BodyPublishers.fromPublisher(stream, length) : stream;
  }

  private static Map<String, List<String>> headers(HttpServletRequest request) {
    var headers = new LinkedHashMap<String, List<String>>();
    for (String name : Collections.list(request.getHeaderNames())) {
      headers.put(name, Collections.list(request.getHeaders(name)));
    }
    return headers;
  }
}

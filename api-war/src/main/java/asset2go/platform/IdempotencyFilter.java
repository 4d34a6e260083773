package asset2go.platform;

import asset2go.idempotency.IdempotencyKeys;
import asset2go.idempotency.KeptAnswer;
import asset2go.identity.Session;
import asset2go.problem.DomainError;
import asset2go.trace.RequestId;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A POST with an {@code Idempotency-Key} is done once: repeated, it gets the first answer again.
 * What failed for a passing reason (5xx, 429) is not kept and may be tried again. Its priority lets
 * every filter that changes the answer come first.
 */
@Provider
@Priority(Priorities.ENTITY_CODER)
@ApplicationScoped
public class IdempotencyFilter
    implements ContainerRequestFilter, ContainerResponseFilter, WriterInterceptor {

  private static final Logger LOG = Logger.getLogger(IdempotencyFilter.class.getName());
  private static final String HEADER = "Idempotency-Key";
  private static final String STATE = "asset2go.idempotency";
  private static final int MAX_KEY = 255;

  /** Where answers hold a secret, which is not kept. */
  private static final List<String> SHOWN_ONCE = List.of("/v1/me/tokens", "/v1/me/calendar-feed");

  private @Inject Caller caller;
  private @Inject IdempotencyKeys keys;

  /** A request under way, and how it was answered once that is known. */
  private record State(String key, String owner, @Nullable KeptAnswer answer) {}

  @Override
  public void filter(ContainerRequestContext request) throws IOException {
    String given = request.getHeaderString(HEADER);
    Optional<Session> session = caller.signedIn();
    if (given == null || !request.getMethod().equals("POST") || session.isEmpty()) {
      return;
    }
    if (given.isBlank() || given.length() > MAX_KEY) {
      throw new DomainError.Malformed(HEADER, "must have 1 to " + MAX_KEY + " characters");
    }
    String path = request.getUriInfo().getRequestUri().getRawPath();
    if (SHOWN_ONCE.stream().anyMatch(path::startsWith)) {
      return;
    }
    String key = digest(owner(session.get()) + "\n" + path + "\n" + given);
    State state = new State(key, RequestId.next(), null);
    Optional<KeptAnswer> answered = keys.begin(key, fingerprint(request), state.owner());
    if (answered.isPresent()) {
      request.abortWith(repeat(answered.get()));
    } else {
      request.setProperty(STATE, state);
    }
  }

  /** A program may see less than its owner, and so has answers of its own. */
  private static String owner(Session session) {
    return session.program() ? session.userId() + "\n" + session.jti() : session.userId();
  }

  private static Response repeat(KeptAnswer answer) {
    Response.ResponseBuilder response =
        Response.status(answer.status()).header("Idempotent-Replayed", "true");
    if (!answer.body().isEmpty()) {
      response.entity(answer.body().getBytes(StandardCharsets.UTF_8)).type(answer.type());
    }
    if (answer.location() != null) {
      response.header(HttpHeaders.LOCATION, answer.location());
    }
    if (answer.etag() != null) {
      response.header(HttpHeaders.ETAG, answer.etag());
    }
    return response.build();
  }

  /**
   * What is asked: for a file its length must do, since it streams past. The boundary of a form
   * does not count, a client makes up another at each try.
   */
  private static String fingerprint(ContainerRequestContext request) throws IOException {
    String query = String.valueOf(request.getUriInfo().getRequestUri().getRawQuery());
    MediaType type = request.getMediaType();
    if (type == null || type.getType().equals("multipart")) {
      return digest(query + "\n" + withoutParameters(type) + "\n" + request.getLength());
    }
    byte[] body = request.getEntityStream().readAllBytes();
    request.setEntityStream(new ByteArrayInputStream(body));
    return digest(query + "\n" + new String(body, StandardCharsets.ISO_8859_1));
  }

  private static @Nullable String withoutParameters(@Nullable MediaType type) {
    return type == null ? null : type.getType() + "/" + type.getSubtype();
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (!(request.getProperty(STATE) instanceof State state)) {
      return;
    }
    if (response.getStatus() >= 500 || response.getStatus() == 429) {
      request.removeProperty(STATE);
      release(state);
      return;
    }
    KeptAnswer answer =
        new KeptAnswer(
            response.getStatus(),
            response.getMediaType() == null ? null : response.getMediaType().toString(),
            response.getHeaderString(HttpHeaders.LOCATION),
            response.getHeaderString(HttpHeaders.ETAG),
            "");
    if (response.hasEntity()) {
      request.setProperty(STATE, new State(state.key(), state.owner(), answer));
    } else {
      keep(state, answer);
    }
  }

  @Override
  public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
    if (!(context.getProperty(STATE) instanceof State state) || state.answer() == null) {
      context.proceed();
      return;
    }
    OutputStream client = context.getOutputStream();
    ByteArrayOutputStream copy = new ByteArrayOutputStream();
    context.setOutputStream(copy);
    context.proceed();
    KeptAnswer head = state.answer();
    keep(
        state,
        new KeptAnswer(
            head.status(),
            head.type(),
            head.location(),
            head.etag(),
            copy.toString(StandardCharsets.UTF_8)));
    context.setOutputStream(client);
    copy.writeTo(client);
  }

  private void release(State state) {
    try {
      keys.release(state.key(), state.owner());
    } catch (DomainError.Unavailable e) {
      // The database that failed the request cannot take this either: the key comes free by itself,
      // and the answer stays the one that says so.
      LOG.log(Level.FINE, "A key could not be released", e);
    }
  }

  private void keep(State state, KeptAnswer answer) {
    try {
      keys.keep(state.key(), state.owner(), answer);
    } catch (DomainError.Unavailable e) {
      // What was asked is done; that the answer cannot be repeated is no reason to hide it.
      LOG.log(Level.WARNING, "An answer could not be kept for repetition", e);
    }
  }

  private static String digest(String text) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}

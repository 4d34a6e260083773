package asset2go.platform;

import asset2go.problem.DomainError;
import asset2go.problem.Problem;
import asset2go.problem.Problem.FieldError;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes answers of what went wrong: problem+json by RFC 9457, always with the request's id. */
@RequestScoped
class Problems {

  private static final Duration STORES_RETURN = Duration.ofSeconds(5);

  private @Inject Caller caller;

  Response of(DomainError error) {
    Response.ResponseBuilder answer =
        answer(
            error.kind().type(),
            error.kind().title(),
            error.kind().status(),
            error.getMessage(),
            error.errors());
    switch (error) {
      case DomainError.Unauthenticated e -> answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
      case DomainError.TooManyRequests e ->
          answer.header(HttpHeaders.RETRY_AFTER, Math.max(1, e.retryAfter().toSeconds()));
      case DomainError.Unavailable e ->
          answer.header(HttpHeaders.RETRY_AFTER, STORES_RETURN.toSeconds());
      default -> {}
    }
    return answer.build();
  }

  /** For what HTTP itself has a word. */
  Response of(Response.StatusType status, @Nullable String detail) {
    return builder(status, detail).build();
  }

  Response.ResponseBuilder builder(Response.StatusType status, @Nullable String detail) {
    String title = status.getReasonPhrase();
    return answer(
        "/problems/" + title.toLowerCase(java.util.Locale.ROOT).replace(' ', '-'),
        title,
        status.getStatusCode(),
        detail,
        List.of());
  }

  private Response.ResponseBuilder answer(
      String type, String title, int status, @Nullable String detail, List<FieldError> errors) {
    Problem problem =
        new Problem(
            type,
            title,
            status,
            detail,
            caller.path(),
            caller.requestId(),
            errors.isEmpty() ? null : errors);
    return Response.status(status).entity(problem).type(Problem.MEDIA_TYPE);
  }
}

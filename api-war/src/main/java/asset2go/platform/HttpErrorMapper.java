package asset2go.platform;

import asset2go.problem.DomainError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What JAX-RS refuses before a resource sees it: unknown paths, wrong methods and media types. */
@Provider
@ApplicationScoped
public class HttpErrorMapper implements ExceptionMapper<WebApplicationException> {

  private static final Logger LOG = Logger.getLogger(HttpErrorMapper.class.getName());

  private @Inject Problems problems;

  @Override
  public Response toResponse(WebApplicationException e) {
    if (e.getCause() instanceof DomainError error) {
      return problems.of(error);
    }
    if (e instanceof NotFoundException && e.getCause() instanceof IllegalArgumentException) {
      // JAX-RS says 404 to a parameter of the wrong type; it is the client's mistake, not the
      // path's.
      return problems.of(
          new DomainError.Malformed("A parameter of the address has a value of the wrong type."));
    }
    Response given = e.getResponse();
    if (given.getStatus() < 400 || given.hasEntity()) {
      return given;
    }
    if (given.getStatus() >= 500) {
      LOG.log(Level.SEVERE, "Request failed", e);
    }
    Response.ResponseBuilder answer =
        problems.builder(
            given.getStatusInfo(), e instanceof FileTooLarge ? e.getMessage() : detail(given));
    String allowed = given.getHeaderString(HttpHeaders.ALLOW);
    if (allowed != null) {
      answer.header(HttpHeaders.ALLOW, allowed);
    }
    return answer.build();
  }

  private static @Nullable String detail(Response given) {
    return switch (Status.fromStatusCode(given.getStatus())) {
      case NOT_FOUND -> "There is nothing at this address.";
      case METHOD_NOT_ALLOWED ->
          "This address knows " + given.getHeaderString(HttpHeaders.ALLOW) + ".";
      case NOT_ACCEPTABLE -> "There is no answer in a media type that Accept asks for.";
      case UNSUPPORTED_MEDIA_TYPE -> "The media type of the body is not one that is read here.";
      case REQUEST_ENTITY_TOO_LARGE ->
          "A body may have %d KiB at the most; files go as multipart."
              .formatted(BodyLimit.MAX_BYTES / 1024);
      case BAD_REQUEST -> "The request could not be understood.";
      case null, default -> null;
    };
  }
}

package asset2go.platform;

import asset2go.problem.DomainError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** What the rules refuse. */
@Provider
@ApplicationScoped
public class DomainErrorMapper implements ExceptionMapper<DomainError> {

  private @Inject Problems problems;

  @Override
  public Response toResponse(DomainError error) {
    return problems.of(error);
  }
}

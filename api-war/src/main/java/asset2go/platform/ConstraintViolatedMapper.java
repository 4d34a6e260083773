package asset2go.platform;

import asset2go.graph.ConstraintViolated;
import asset2go.problem.DomainError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Two requests that wanted to be first with the same thing: one was. */
@Provider
@ApplicationScoped
public class ConstraintViolatedMapper implements ExceptionMapper<ConstraintViolated> {

  private @Inject Problems problems;

  @Override
  public Response toResponse(ConstraintViolated violated) {
    return problems.of(new DomainError.Conflict("There is one already."));
  }
}

package asset2go.client;

import asset2go.problem.DomainError;
import asset2go.problem.Problem;
import jakarta.ws.rs.ProcessingException;
import java.util.Optional;

/** The API refused, or could not be reached: everything that a call can fail with. */
public final class ApiProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  public ApiProblem(Problem problem) {
    super(problem.status() + " " + problem.title());
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }

  public int status() {
    return problem.status();
  }

  public boolean is(DomainError.Kind kind) {
    return kind.type().equals(problem.type());
  }

  /** The API's refusal at the bottom of what Faces, CDI or the client wrapped around it. */
  public static Optional<ApiProblem> in(Throwable failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof ApiProblem found) {
        return Optional.of(found);
      }
      if (at instanceof ProcessingException) {
        return Optional.of(unreachable(at));
      }
    }
    return Optional.empty();
  }

  /** No answer came at all. */
  private static ApiProblem unreachable(Throwable cause) {
    var kind = DomainError.Kind.UNAVAILABLE;
    var problem =
        new ApiProblem(
            new Problem(
                kind.type(),
                kind.title(),
                kind.status(),
                null,
                null,
                Caller.current().requestId(),
                null));
    problem.initCause(cause);
    return problem;
  }
}

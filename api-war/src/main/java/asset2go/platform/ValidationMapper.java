package asset2go.platform;

import asset2go.page.Faults;
import asset2go.problem.DomainError;
import asset2go.problem.Problem.FieldError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Comparator;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Input that Bean Validation refuses, field by field. */
@Provider
@ApplicationScoped
public class ValidationMapper implements ExceptionMapper<ConstraintViolationException> {

  private static final Logger LOG = Logger.getLogger(ValidationMapper.class.getName());

  private @Inject Problems problems;

  @Override
  public Response toResponse(ConstraintViolationException e) {
    if (e.getConstraintViolations().stream().anyMatch(ValidationMapper::isOurFault)) {
      LOG.log(Level.SEVERE, "An answer breaks its own rules", e);
      return problems.of(Response.Status.INTERNAL_SERVER_ERROR, null);
    }
    List<FieldError> errors =
        e.getConstraintViolations().stream()
            .map(violation -> Faults.of(violation, field(violation)))
            .sorted(Comparator.comparing(FieldError::field).thenComparing(FieldError::message))
            .toList();
    String detail =
        errors.size() == 1
            ? errors.get(0).field() + " " + errors.get(0).message()
            : errors.size() + " fields are wrong.";
    return problems.of(new DomainError.Invalid(detail, errors));
  }

  private static boolean isOurFault(ConstraintViolation<?> violation) {
    for (Path.Node node : violation.getPropertyPath()) {
      if (node.getKind() == ElementKind.RETURN_VALUE) {
        return true;
      }
    }
    return false;
  }

  /** The path below the parameter for a body, the parameter's name for a single value. */
  private static String field(ConstraintViolation<?> violation) {
    StringBuilder below = new StringBuilder();
    String parameter = "";
    for (Path.Node node : violation.getPropertyPath()) {
      switch (node.getKind()) {
        case METHOD -> {}
        case PARAMETER -> parameter = String.valueOf(node.getName());
        default -> {
          if (node.getIndex() != null) {
            below.append('[').append(node.getIndex()).append(']');
          }
          if (node.getName() != null && node.getKind() == ElementKind.PROPERTY) {
            below.append(below.isEmpty() ? "" : ".").append(node.getName());
          }
        }
      }
    }
    return below.isEmpty() ? parameter : below.toString();
  }
}

package asset2go.page;

import asset2go.problem.Fault;
import asset2go.problem.Problem.FieldError;
import jakarta.validation.ConstraintViolation;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says in our words what Bean Validation refuses. */
public final class Faults {

  private static final Set<String> MISSING = Set.of("NotNull", "NotBlank", "NotEmpty");
  private static final Set<String> FORMATS = Set.of("Email", "Pattern", "Past", "Future");
  private static final Set<String> RANGES =
      Set.of("Min", "Max", "Positive", "PositiveOrZero", "DecimalMin", "DecimalMax", "Digits");

  private Faults() {}

  /**
   * @param field where it is wrong, as the caller knows it
   */
  public static FieldError of(ConstraintViolation<?> violation, String field) {
    var constraint = violation.getConstraintDescriptor();
    String name = constraint.getAnnotation().annotationType().getSimpleName();
    if (name.equals("Size")) {
      return size(violation, field, constraint.getAttributes());
    }
    return FieldError.of(field, fault(name), violation.getMessage());
  }

  private static Fault fault(String constraint) {
    if (MISSING.contains(constraint)) {
      return Fault.REQUIRED;
    }
    if (FORMATS.contains(constraint)) {
      return Fault.FORMAT;
    }
    return RANGES.contains(constraint) ? Fault.OUT_OF_RANGE : Fault.INVALID;
  }

  private static FieldError size(
      ConstraintViolation<?> violation, String field, Map<String, Object> limits) {
    int least = (int) limits.getOrDefault("min", 0);
    return length(violation.getInvalidValue()) < least
        ? FieldError.of(field, Fault.TOO_SHORT, violation.getMessage(), "" + least)
        : FieldError.of(field, Fault.TOO_LONG, violation.getMessage(), "" + limits.get("max"));
  }

  private static int length(@Nullable Object value) {
    return switch (value) {
      case CharSequence text -> text.length();
      case java.util.Collection<?> entries -> entries.size();
      case java.util.Map<?, ?> entries -> entries.size();
      case null, default -> Integer.MAX_VALUE;
    };
  }
}

package asset2go.platform;

import asset2go.problem.DomainError;
import asset2go.problem.Fault;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with a JSON text in the words of whoever wrote it. */
final class JsonProblem {

  private JsonProblem() {}

  static DomainError.Malformed of(JsonProcessingException e) {
    if (e instanceof UnrecognizedPropertyException unknown) {
      return new DomainError.Malformed(
          path(unknown.getPath()),
          Fault.NO_FIELD,
          "is not a field here; there are " + known(unknown));
    }
    if (e instanceof MismatchedInputException mismatch && !mismatch.getPath().isEmpty()) {
      return new DomainError.Malformed(path(mismatch.getPath()), expected(mismatch));
    }
    if (e instanceof MismatchedInputException mismatch) {
      return new DomainError.Malformed(
          mismatch.getMessage() != null && mismatch.getMessage().startsWith("No content")
              ? "The body is empty."
              : "The body " + expected(mismatch) + ".");
    }
    if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
      return new DomainError.Malformed(path(mapping.getPath()), "cannot be read");
    }
    JsonLocation at = e.getLocation();
    return new DomainError.Malformed(
        "The body is not valid JSON"
            + (at == null
                ? "."
                : ": line " + at.getLineNr() + ", column " + at.getColumnNr() + "."));
  }

  private static String path(List<JsonMappingException.Reference> path) {
    StringBuilder text = new StringBuilder();
    for (JsonMappingException.Reference step : path) {
      if (step.getFieldName() == null) {
        text.append('[').append(step.getIndex()).append(']');
      } else {
        text.append(text.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return text.toString();
  }

  private static String known(UnrecognizedPropertyException unknown) {
    Collection<Object> known = unknown.getKnownPropertyIds();
    return known == null
        ? "none"
        : known.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  private static String expected(MismatchedInputException mismatch) {
    Class<?> type = mismatch.getTargetType();
    if (type == null) {
      return "is of the wrong type";
    }
    if (type.isEnum()) {
      return "must be one of " + constants(type);
    }
    return "must be " + word(type);
  }

  private static String constants(Class<?> type) {
    @Nullable Object[] constants = type.getEnumConstants();
    return constants == null
        ? ""
        : Arrays.stream(constants).map(String::valueOf).collect(Collectors.joining(", "));
  }

  private static String word(Class<?> type) {
    if (type == String.class) {
      return "a text";
    }
    if (type == boolean.class || type == Boolean.class) {
      return "true or false";
    }
    if (type == BigDecimal.class) {
      return "a decimal number as text, such as \"12.50\"";
    }
    if (type.isPrimitive() && type != char.class || type == Integer.class || type == Long.class) {
      return "a whole number" + (type == int.class || type == Integer.class ? " of 32 bits" : "");
    }
    if (type == LocalDate.class) {
      return "a date such as 2026-11-23";
    }
    if (type == Instant.class) {
      return "a time such as 2026-11-23T08:00:00Z";
    }
    if (Collection.class.isAssignableFrom(type)) {
      return "a list";
    }
    return "an object";
  }
}

package asset2go.page;

import asset2go.platform.Json;
import asset2go.problem.DomainError;
import asset2go.problem.Fault;
import asset2go.problem.Problem.FieldError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.validation.Validator;
import java.io.StringReader;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Partial updates by JSON Merge Patch (RFC 7396) on the record that a PUT would have taken. */
@ApplicationScoped
public class MergePatch {

  private static final JsonProvider JSON = JsonProvider.provider();

  private @Inject Validator validator;

  /**
   * What becomes of a record under a patch.
   *
   * @throws DomainError.Invalid for a field that does not exist, or a value that breaks a rule
   * @throws DomainError.Malformed for a value of the wrong type
   */
  public <T extends Record> T apply(T current, @Nullable JsonObject patch, Class<T> type) {
    if (patch == null) {
      throw new DomainError.Malformed("The body is empty.");
    }
    refuseUnknown(patch, type);
    JsonValue merged = JSON.createMergePatch(patch).apply(parse(Json.write(current)));
    T changed = Json.read(merged.toString(), type);
    List<FieldError> errors =
        validator.validate(changed).stream()
            .map(v -> Faults.of(v, v.getPropertyPath().toString()))
            .toList();
    if (!errors.isEmpty()) {
      throw new DomainError.Invalid("Some fields are not valid.", errors);
    }
    return changed;
  }

  private static void refuseUnknown(JsonObject patch, Class<?> type) {
    Set<String> known =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getName)
            .collect(Collectors.toSet());
    List<FieldError> unknown =
        patch.keySet().stream()
            .filter(field -> !known.contains(field))
            .map(
                field -> FieldError.of(field, Fault.NO_FIELD, "is not a field that can be changed"))
            .toList();
    if (!unknown.isEmpty()) {
      throw new DomainError.Invalid("Some fields cannot be changed.", unknown);
    }
  }

  private static JsonObject parse(String json) {
    try (JsonReader reader = JSON.createReader(new StringReader(json))) {
      return reader.readObject();
    }
  }
}

package asset2go.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An error as the API sends it: {@code application/problem+json} by RFC 9457.
 *
 * @param type stable URI reference of the kind of problem, such as {@code /problems/not-found}
 * @param title the kind in a few words
 * @param status HTTP status code
 * @param detail what happened this time, for a person
 * @param instance path of the request
 * @param requestId ties the answer to the log lines of web, API and worker
 * @param errors the offending fields, where there are any
 */
public record Problem(
    String type,
    String title,
    int status,
    @Nullable String detail,
    @Nullable String instance,
    @Nullable String requestId,
    @Nullable List<FieldError> errors) {

  /** The media type of every error answer. */
  public static final String MEDIA_TYPE = "application/problem+json";

  /**
   * What is wrong with one field.
   *
   * @param field JSON path of the field, such as {@code purchase.price}
   * @param code what kind of fault it is: the name of a {@link Fault}, perhaps of a later version
   * @param message what is wrong and what would be right, in English
   * @param words what words in another language need to know, such as a limit; null for nothing
   */
  public record FieldError(
      String field, String code, String message, @Nullable List<String> words) {

    public static FieldError of(String field, Fault fault, String message, String... words) {
      return new FieldError(
          field, fault.name(), message, words.length == 0 ? null : List.of(words));
    }
  }
}

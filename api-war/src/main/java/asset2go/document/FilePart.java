package asset2go.document;

import asset2go.multipart.BrokenParts;
import asset2go.multipart.Part;
import asset2go.multipart.Parts;
import asset2go.platform.FileTooLarge;
import asset2go.problem.DomainError;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The part of a form that is named {@code file}.
 *
 * @param name what the sender calls it, without folders
 */
public record FilePart(String name, InputStream content) {

  private static final int MAX_NAME = 200;

  /** What is done with it. */
  public interface Taker<T> {
    T take(FilePart file);
  }

  /**
   * Reads a form up to its file, and that.
   *
   * @throws DomainError.Malformed where there is none, or the form is none
   */
  public static <T> T read(@Nullable String type, InputStream body, Taker<T> taker) {
    try {
      Parts parts = Parts.of(type, body);
      for (Optional<Part> part = parts.next(); part.isPresent(); part = parts.next()) {
        if (part.get().name().equals("file")) {
          return taker.take(new FilePart(clean(part.get().fileName()), part.get().content()));
        }
      }
      throw new DomainError.Malformed("file", "is missing");
    } catch (BrokenParts e) {
      throw new DomainError.Malformed("The body cannot be read. " + e.getMessage());
    } catch (UncheckedIOException | IOException e) {
      throw FileTooLarge.in(e)
          .<RuntimeException>map(large -> large)
          .orElseGet(() -> new DomainError.Malformed("The body broke off before its end."));
    }
  }

  private static String clean(@Nullable String given) {
    String name = given == null ? "" : given.replaceAll("^.*[/\\\\]", "");
    String clean = name.replaceAll("[\\p{Cntrl}\\p{Cf}]", "").strip();
    return clean.isEmpty() ? "file" : clean.substring(0, Math.min(MAX_NAME, clean.length()));
  }
}

package asset2go.multipart;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A part of a form.
 *
 * @param name of the field
 * @param fileName what the sender calls the file; null for what is no file
 * @param content to be read before the next part is asked for
 */
public record Part(String name, @Nullable String fileName, InputStream content) {

  /** As text, which is UTF-8 (RFC 7578, section 5.1.2); nothing where it has more bytes. */
  public Optional<String> text(int maxBytes) throws IOException {
    byte[] bytes = content.readNBytes(maxBytes + 1);
    return bytes.length > maxBytes
        ? Optional.empty()
        : Optional.of(new String(bytes, StandardCharsets.UTF_8));
  }
}

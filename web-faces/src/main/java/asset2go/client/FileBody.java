package asset2go.client;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A form for the API with a file in it that is still arriving: first the file, then what is known
 * only once it has passed.
 */
public final class FileBody extends Uploads.Body {
  private final String boundary = "asset2go-" + UUID.randomUUID();
  private final Rest rest;
  private InputStream now;
  private @Nullable InputStream file;
  private volatile long passed;
  private volatile @Nullable IOException failure;
  private boolean over;

  /** What follows upon the file. */
  public interface Rest {
    /** Texts by their names. */
    Map<String, String> read() throws IOException;
  }

  public FileBody(String fileName, InputStream file, Rest rest) {
    this.file = file;
    this.rest = rest;
    this.now = part("file\"; filename=\"" + plain(fileName), "");
  }

  public String mediaType() {
    return "multipart/form-data; boundary=" + boundary;
  }

  /** Why it could not be read to its end, where that was so. */
  public @Nullable IOException failure() {
    return failure;
  }

  @Override
  protected long passed() {
    return passed;
  }

  private static String plain(String fileName) {
    return fileName.replaceAll("^.*[/\\\\]", "").replaceAll("\\p{Cntrl}", "").replace("\"", "\\\"");
  }

  private InputStream part(String name, String value) {
    return bytes(
        "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s"
            .formatted(boundary, name, value));
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public int read() {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  /** Failures come out unchecked: some JDKs take an IOException for the end of the body. */
  @Override
  @SuppressWarnings("NonAtomicVolatileUpdate") // one thread reads at a time
  public synchronized int read(byte[] buffer, int offset, int length) {
    try {
      int got = now.read(buffer, offset, length);
      while (got < 0 && forward()) {
        got = now.read(buffer, offset, length);
      }
      passed += Math.max(0, got);
      return got;
    } catch (IOException e) {
      failure = e;
      throw new UncheckedIOException(e);
    }
  }

  private boolean forward() throws IOException {
    if (over) {
      return false;
    }
    if (file != null) {
      now = file;
      file = null;
      return true;
    }
    over = true;
    var end = new StringBuilder("\r\n");
    for (var text : rest.read().entrySet()) {
      end.append(
          "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
              .formatted(boundary, text.getKey(), text.getValue()));
    }
    now = bytes(end.append("--").append(boundary).append("--\r\n").toString());
    return true;
  }

  /** From now on, nobody reads it. */
  @Override
  public synchronized void close() {
    over = true;
    file = null;
    now = InputStream.nullInputStream();
  }
}

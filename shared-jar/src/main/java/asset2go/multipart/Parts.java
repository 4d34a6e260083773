package asset2go.multipart;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.core.MultipartInput;
import org.apache.commons.fileupload2.core.ParameterParser;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a {@code multipart/form-data} body (RFC 7578), one after another. A buffer of a few
 * KiB is all that is held of it. Names are UTF-8, or as RFC 5987 and RFC 2047 encode them.
 *
 * <p>A failure of the body's own stream comes out as it was, everything else as {@link
 * BrokenParts}.
 */
public final class Parts {
  private static final int BUFFER = 16 * 1024;
  private static final int MAX_HEADERS = 8 * 1024;
  private static final String DISPOSITION = "content-disposition:";

  private final Body body;
  private final MultipartInput input;
  private @Nullable InputStream current;
  private boolean begun;
  private boolean ended;

  private Parts(Body body, MultipartInput input) {
    this.body = body;
    this.input = input;
  }

  /**
   * The parts of a body that has yet to be read.
   *
   * @param contentType of the whole, which names the boundary between the parts
   */
  public static Parts of(@Nullable String contentType, InputStream content) throws IOException {
    String boundary = parameters(contentType == null ? "" : contentType).get("boundary");
    if (boundary == null || boundary.isEmpty() || boundary.length() > 200) {
      throw new BrokenParts("Content-Type names no boundary that could part it.");
    }
    Body body = new Body(content);
    MultipartInput input =
        MultipartInput.builder()
            .setInputStream(body)
            .setBufferSize(BUFFER)
            .setBoundary(boundary.getBytes(StandardCharsets.ISO_8859_1))
            .setMaxPartHeaderSize(MAX_HEADERS)
            .get();
    input.setHeaderCharset(StandardCharsets.UTF_8);
    return new Parts(body, input);
  }

  /** The next one, or nothing after the last; what was not read of the one before is skipped. */
  public Optional<Part> next() throws IOException {
    try {
      while (forward()) {
        Map<String, String> said = disposition(input.readHeaders());
        InputStream content = new Content(input.newInputStream());
        current = content;
        String name = said.get("name");
        if (name != null) {
          String file = said.containsKey("filename") ? plain(said.get("filename")) : null;
          return Optional.of(new Part(plain(name), file, content));
        }
      }
      return Optional.empty();
    } catch (FileUploadException e) {
      throw broken(e);
    }
  }

  private boolean forward() throws IOException {
    if (ended) {
      return false;
    }
    if (current != null) {
      current.close();
    }
    ended = !(begun ? input.readBoundary() : input.skipPreamble());
    if (ended && !begun) {
      throw broken(new BrokenParts("There is no part in it: look at its boundary."));
    }
    begun = true;
    return !ended;
  }

  private IOException broken(IOException found) {
    if (body.failure != null) {
      return body.failure;
    }
    return found instanceof BrokenParts
        ? found
        : new BrokenParts("It ends before its end, or is not parted as it should be.");
  }

  private static Map<String, String> disposition(String headers) {
    for (String line : headers.replaceAll("\r\n[ \t]+", " ").split("\r\n")) {
      if (line.toLowerCase(Locale.ROOT).startsWith(DISPOSITION)) {
        return parameters(line.substring(DISPOSITION.length()));
      }
    }
    return Map.of();
  }

  private static Map<String, String> parameters(String header) {
    ParameterParser parser = new ParameterParser();
    parser.setLowerCaseNames(true);
    return parser.parse(header, ';');
  }

  /** Quotation marks within a name come with a backslash before them. */
  private static String plain(@Nullable String quoted) {
    return quoted == null ? "" : quoted.replace("\\\"", "\"");
  }

  /** Remembers what went wrong, which the parser hides. */
  private static final class Body extends FilterInputStream {
    private @Nullable IOException failure;

    Body(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int count) throws IOException {
      if (failure != null) {
        // Another each time: the parser adds those of closing to the first.
        throw new IOException(failure);
      }
      try {
        return super.read(bytes, from, count);
      } catch (IOException e) {
        failure = e;
        throw e;
      }
    }
  }

  /** What stands between two boundaries. */
  private final class Content extends FilterInputStream {
    Content(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      try {
        return super.read();
      } catch (FileUploadException e) {
        throw broken(e);
      }
    }

    @Override
    public int read(byte[] bytes, int from, int count) throws IOException {
      try {
        return super.read(bytes, from, count);
      } catch (FileUploadException e) {
        throw broken(e);
      }
    }

    @Override
    public void close() throws IOException {
      try {
        super.close();
      } catch (FileUploadException e) {
        throw broken(e);
      }
    }
  }
}

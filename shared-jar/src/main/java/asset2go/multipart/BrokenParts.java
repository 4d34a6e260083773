package asset2go.multipart;

import java.io.IOException;

/** A body that is not the multipart that it claims to be, or that ends before its end. */
public final class BrokenParts extends IOException {
  private static final long serialVersionUID = 1L;

  BrokenParts(String message) {
    super(message);
  }
}

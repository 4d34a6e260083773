package asset2go.proxy;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The body of a request on its way through: how far it has come, and whether its sender has gone.
 */
final class SentBody extends FilterInputStream {
  private volatile long passed;
  private volatile boolean broken;

  SentBody(InputStream in) {
    super(in);
  }

  /** Bytes so far. */
  long passed() {
    return passed;
  }

  /** Whether the sender ended in the middle of it. */
  boolean isBroken() {
    return broken;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  @SuppressWarnings("NonAtomicVolatileUpdate") // one thread reads at a time
  public int read(byte[] buffer, int offset, int length) {
    try {
      int got = super.read(buffer, offset, length);
      passed += Math.max(0, got);
      return got;
    } catch (IOException gone) {
      broken = true;
      // Not as an IOException: some JDKs take that for the end, and half a file for a whole one.
      throw new UncheckedIOException(gone);
    }
  }
}

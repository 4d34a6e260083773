package asset2go.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/**
 * A file read in pieces, each fetched whole before it is read. A reader may take its time between
 * two pieces: no connection waits for it, which stores and proxies would cut after some seconds.
 */
final class Chunks extends InputStream {

  private static final int SIZE = 1024 * 1024;

  /** Fetches a piece of the file. */
  interface Source {
    byte[] fetch(long offset, int length) throws IOException;
  }

  private final Source source;
  private final long length;
  private long fetched;
  private byte[] chunk = new byte[0];
  private int at;

  Chunks(long length, Source source) {
    this.length = length;
    this.source = source;
  }

  @Override
  public int read() throws IOException {
    return fill() ? chunk[at++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] bytes, int from, int count) throws IOException {
    Objects.checkFromIndexSize(from, count, bytes.length);
    if (count == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int taken = Math.min(count, chunk.length - at);
    System.arraycopy(chunk, at, bytes, from, taken);
    at += taken;
    return taken;
  }

  private boolean fill() throws IOException {
    if (at < chunk.length) {
      return true;
    }
    if (fetched >= length) {
      return false;
    }
    int wanted = (int) Math.min(SIZE, length - fetched);
    chunk = source.fetch(fetched, wanted);
    if (chunk.length != wanted) {
      throw new IOException("the store sent %d bytes of %d".formatted(chunk.length, wanted));
    }
    fetched += wanted;
    at = 0;
    return true;
  }
}

package asset2go.csv;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Remembers the last character that went by and ends no line. */
final class Tail extends FilterReader {

  private int last = -1;

  Tail(Reader in) {
    super(in);
  }

  int last() {
    return last;
  }

  @Override
  public int read() throws IOException {
    int c = super.read();
    note(c);
    return c;
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    int count = super.read(buffer, offset, length);
    for (int i = offset + count - 1; i >= offset; i--) {
      if (note(buffer[i])) {
        break;
      }
    }
    return count;
  }

  private boolean note(int c) {
    if (c >= 0 && c != '\n' && c != '\r') {
      last = c;
      return true;
    }
    return false;
  }
}

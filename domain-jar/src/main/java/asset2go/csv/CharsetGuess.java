package asset2go.csv;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * Finds out in which encoding text is, from its bytes as they pass by. A byte order mark says it;
 * else strict UTF-8 is UTF-8 (other text is hardly ever valid UTF-8 by chance); else it is
 * windows-1252, as spreadsheets in the west write it, unless whole words are of other letters: then
 * the alphabet is guessed.
 */
public final class CharsetGuess {

  /** What spreadsheets in the west write. */
  static final Charset WESTERN = Charset.forName("windows-1252");

  private static final int CHUNK = 8192;

  /** Words with an umlaut or an accent have fewer of them; words of Greek or Cyrillic have more. */
  private static final double OTHER_ALPHABET = 0.6;

  private final CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
  private final ByteBuffer pending = ByteBuffer.allocate(CHUNK + 8);
  private final CharBuffer sink = CharBuffer.allocate(CHUNK + 8);
  private final UniversalDetector detector = new UniversalDetector();
  private final byte[] first = new byte[3];
  private long length;
  private long evenZeros;
  private long oddZeros;
  private int wordLetters;
  private int wordHigh;
  private long letters;
  private long high;
  private boolean plain = true;
  private boolean brokenUtf8;

  /** Looks at the next bytes. */
  public void feed(byte[] bytes, int from, int count) {
    for (int done = 0; done < count; done += CHUNK) {
      chunk(bytes, from + done, Math.min(CHUNK, count - done));
    }
  }

  private void chunk(byte[] bytes, int from, int count) {
    boolean allAscii = true;
    for (int i = from; i < from + count; i++) {
      if (length < first.length) {
        first[(int) length] = bytes[i];
      }
      if (bytes[i] == 0) {
        if (length % 2 == 0) {
          evenZeros++;
        } else {
          oddZeros++;
        }
      }
      allAscii &= bytes[i] >= 0;
      length++;
      word(bytes[i]);
    }
    if (!allAscii) {
      plain = false;
    }
    if (!brokenUtf8 && (!allAscii || pending.position() > 0)) {
      decode(bytes, from, count);
    }
    if (!plain && !detector.isDone()) {
      detector.handleData(bytes, from, count);
    }
  }

  private void word(byte b) {
    if (b < 0 || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z') {
      wordLetters++;
      wordHigh += b < 0 ? 1 : 0;
    } else if (wordLetters > 0) {
      if (wordHigh > 0) {
        letters += wordLetters;
        high += wordHigh;
      }
      wordLetters = 0;
      wordHigh = 0;
    }
  }

  private void decode(byte[] bytes, int from, int count) {
    pending.put(bytes, from, count).flip();
    brokenUtf8 = utf8.decode(pending, sink.clear(), false).isError();
    pending.compact();
  }

  /** Nothing but ASCII so far: what comes later may still decide. */
  public boolean isPlain() {
    return plain;
  }

  /** There are bytes that no text has, in this encoding. */
  public boolean hasZeros() {
    return evenZeros + oddZeros > 0 && !isWide(best(false));
  }

  /**
   * The best guess.
   *
   * @param whole all bytes were seen, so that half a character at the end is a broken one
   */
  public Charset best(boolean whole) {
    if (first[0] == (byte) 0xFF && first[1] == (byte) 0xFE) {
      return StandardCharsets.UTF_16LE;
    }
    if (first[0] == (byte) 0xFE && first[1] == (byte) 0xFF) {
      return StandardCharsets.UTF_16BE;
    }
    if (oddZeros > length / 4 && evenZeros < length / 100 + 1) {
      return StandardCharsets.UTF_16LE;
    }
    if (evenZeros > length / 4 && oddZeros < length / 100 + 1) {
      return StandardCharsets.UTF_16BE;
    }
    boolean cut = whole && pending.position() > 0;
    return brokenUtf8 || cut ? legacy() : StandardCharsets.UTF_8;
  }

  private Charset legacy() {
    if (high + wordHigh < OTHER_ALPHABET * (letters + wordLetters)) {
      return WESTERN;
    }
    detector.dataEnd();
    String name = detector.getDetectedCharset();
    if (name == null
        || name.startsWith("UTF")
        || name.startsWith("US-ASCII")
        || !Charset.isSupported(name)) {
      return WESTERN;
    }
    Charset found = Charset.forName(name);
    return found.equals(StandardCharsets.ISO_8859_1) ? WESTERN : found;
  }

  static boolean isWide(Charset charset) {
    return charset.equals(StandardCharsets.UTF_16LE) || charset.equals(StandardCharsets.UTF_16BE);
  }
}

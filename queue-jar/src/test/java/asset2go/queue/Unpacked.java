package asset2go.queue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads MessagePack, for tests to see what was sent. */
final class Unpacked {
  private final ByteBuffer bytes;

  private Unpacked(byte[] bytes) {
    this.bytes = ByteBuffer.wrap(bytes);
  }

  static Object of(byte[] bytes) {
    Unpacked unpacked = new Unpacked(bytes);
    Object value = unpacked.value();
    if (unpacked.bytes.hasRemaining()) {
      throw new IllegalArgumentException("There is more after the value");
    }
    return value;
  }

  private Object value() {
    int mark = bytes.get() & 0xff;
    if (mark < 0x80) {
      return (long) mark;
    }
    if (mark < 0x90) {
      return map(mark & 0xf);
    }
    if (mark < 0xa0) {
      return list(mark & 0xf);
    }
    if (mark < 0xc0) {
      return text(mark & 0x1f);
    }
    return switch (mark) {
      case 0xc0 -> null;
      case 0xc2 -> false;
      case 0xc3 -> true;
      case 0xcb -> bytes.getDouble();
      case 0xd2 -> (long) bytes.getInt();
      case 0xd9 -> text(bytes.get() & 0xff);
      case 0xda -> text(bytes.getShort() & 0xffff);
      case 0xdb -> text(bytes.getInt());
      case 0xdc -> list(bytes.getShort() & 0xffff);
      case 0xdd -> list(bytes.getInt());
      case 0xde -> map(bytes.getShort() & 0xffff);
      case 0xdf -> map(bytes.getInt());
      default -> {
        if (mark < 0xe0) {
          throw new IllegalArgumentException("Mark " + mark);
        }
        yield (long) (byte) mark;
      }
    };
  }

  private String text(int size) {
    byte[] utf8 = new byte[size];
    bytes.get(utf8);
    return new String(utf8, StandardCharsets.UTF_8);
  }

  private List<Object> list(int size) {
    List<Object> list = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      list.add(value());
    }
    return list;
  }

  private Map<String, Object> map(int size) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < size; i++) {
      map.put((String) value(), value());
    }
    return map;
  }
}

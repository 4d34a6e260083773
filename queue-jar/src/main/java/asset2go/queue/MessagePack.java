package asset2go.queue;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Encodes what BullMQ's scripts unpack with cmsgpack: nil, booleans, numbers, text, lists and maps,
 * nothing else. We never need to decode it.
 */
final class MessagePack {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
  private final DataOutputStream out = new DataOutputStream(bytes);

  private MessagePack() {}

  static byte[] encode(@Nullable Object value) {
    MessagePack packer = new MessagePack();
    try {
      packer.write(value);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return packer.bytes.toByteArray();
  }

  private void write(@Nullable Object value) throws IOException {
    switch (value) {
      case null -> out.writeByte(0xc0);
      case Boolean flag -> out.writeByte(flag ? 0xc3 : 0xc2);
      case Integer number -> whole(number);
      case Long number -> whole(number);
      case Number number -> real(number.doubleValue());
      case CharSequence text -> text(text.toString().getBytes(StandardCharsets.UTF_8));
      case List<?> list -> list(list);
      case Map<?, ?> map -> map(map);
      default -> throw new IllegalArgumentException("Cannot pack a " + value.getClass());
    }
  }

  private void whole(long number) throws IOException {
    if (number >= -32 && number < 0x80) {
      out.writeByte((int) number);
    } else if (number == (int) number) {
      out.writeByte(0xd2);
      out.writeInt((int) number);
    } else {
      // Beyond 32 bits JavaScript has doubles only, and so has Lua.
      real((double) number);
    }
  }

  private void real(double number) throws IOException {
    out.writeByte(0xcb);
    out.writeDouble(number);
  }

  private void text(byte[] utf8) throws IOException {
    head(utf8.length, 0xa0, 32, 0xd9, 0xda);
    out.write(utf8);
  }

  private void list(List<?> list) throws IOException {
    head(list.size(), 0x90, 16, -1, 0xdc);
    for (Object item : list) {
      write(item);
    }
  }

  private void map(Map<?, ?> map) throws IOException {
    head(map.size(), 0x80, 16, -1, 0xde);
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      write(entry.getKey());
      write(entry.getValue());
    }
  }

  /**
   * The marks of each kind stand in one row: tiny, 8 bits (text only), 16 bits, and 32 bits right
   * after 16.
   */
  private void head(int size, int tiny, int tinyLimit, int mark8, int mark16) throws IOException {
    if (size < tinyLimit) {
      out.writeByte(tiny | size);
    } else if (mark8 > 0 && size < 0x100) {
      out.writeByte(mark8);
      out.writeByte(size);
    } else if (size < 0x10000) {
      out.writeByte(mark16);
      out.writeShort(size);
    } else {
      out.writeByte(mark16 + 1);
      out.writeInt(size);
    }
  }
}

package asset2go.settings;

import java.nio.charset.StandardCharsets;

/** A value that no log, message or page may show: only {@link #reveal()} gives it away. */
public record Secret(String reveal) {

  public byte[] bytes() {
    return reveal.getBytes(StandardCharsets.UTF_8);
  }

  public boolean isEmpty() {
    return reveal.isEmpty();
  }

  @Override
  public String toString() {
    return "***";
  }
}

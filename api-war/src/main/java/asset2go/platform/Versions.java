package asset2go.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** What the build wrote down about itself. */
final class Versions {

  private static final Properties KNOWN = read();

  private Versions() {}

  /** The version of a part, such as {@code asset2go}. */
  static String of(String part) {
    return KNOWN.getProperty(part, "unknown");
  }

  private static Properties read() {
    Properties properties = new Properties();
    try (InputStream in = Versions.class.getResourceAsStream("/asset2go/versions.properties")) {
      if (in != null) {
        properties.load(in);
      }
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package asset2go.settings;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** Configurations of which a test knows every value. */
final class Sources {
  private Sources() {}

  static ConfigSource of(int ordinal, Map<String, String> values) {
    return new PropertiesConfigSource(values, "test", ordinal);
  }

  static Config config(Map<String, String> values) {
    return new SmallRyeConfigBuilder().withSources(of(300, values)).build();
  }
}

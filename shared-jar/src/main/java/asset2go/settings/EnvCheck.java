package asset2go.settings;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.eclipse.microprofile.config.spi.Converter;
import org.jspecify.annotations.Nullable;

/**
 * Checks the settings of a role before its server starts: {@code env-check} in the containers. Says
 * everything that is missing or wrong, and ends with 1 then; says nothing where all is well.
 */
public final class EnvCheck {

  private EnvCheck() {}

  /** With the role's name. */
  public static void main(String[] arguments) {
    try {
      Settings.load(new Environment(), Role.named(arguments[0]));
    } catch (SettingsException wrong) {
      System.err.println(wrong.getMessage());
      System.exit(1);
    }
  }

  /** The environment alone, without the server's own Config. */
  private static final class Environment implements Config {

    @Override
    public Iterable<ConfigSource> getConfigSources() {
      return List.of(new Source());
    }

    @Override
    public Iterable<String> getPropertyNames() {
      return System.getenv().keySet();
    }

    @Override
    public <T> T getValue(String name, Class<T> type) {
      throw new UnsupportedOperationException(name);
    }

    @Override
    public ConfigValue getConfigValue(String name) {
      throw new UnsupportedOperationException(name);
    }

    @Override
    public <T> Optional<T> getOptionalValue(String name, Class<T> type) {
      throw new UnsupportedOperationException(name);
    }

    @Override
    public <T> Optional<Converter<T>> getConverter(Class<T> type) {
      return Optional.empty();
    }

    @Override
    public <T> T unwrap(Class<T> type) {
      throw new IllegalArgumentException(type.getName());
    }
  }

  /** Variables under their own names. */
  private static final class Source implements ConfigSource {

    @Override
    public Set<String> getPropertyNames() {
      return System.getenv().keySet();
    }

    @Override
    public @Nullable String getValue(String name) {
      return System.getenv(name);
    }

    @Override
    public String getName() {
      return "environment";
    }
  }
}

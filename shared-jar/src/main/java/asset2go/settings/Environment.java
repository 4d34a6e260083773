package asset2go.settings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.eclipse.microprofile.config.spi.Converter;
import org.jspecify.annotations.Nullable;

/**
 * The process's environment as a configuration, for commands that run without a server: {@code
 * env-check}, {@code migrate}, {@code jobs}.
 */
public final class Environment implements Config {

  private final Map<String, String> variables;

  /** Of this process. */
  public Environment() {
    this(System.getenv());
  }

  public Environment(Map<String, String> variables) {
    this.variables = Map.copyOf(variables);
  }

  @Override
  public Iterable<ConfigSource> getConfigSources() {
    return List.of(new Source());
  }

  @Override
  public Iterable<String> getPropertyNames() {
    return variables.keySet();
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

  /** Variables under their own names. */
  private final class Source implements ConfigSource {

    @Override
    public Set<String> getPropertyNames() {
      return variables.keySet();
    }

    @Override
    public @Nullable String getValue(String name) {
      return variables.get(name);
    }

    @Override
    public String getName() {
      return "environment";
    }
  }
}

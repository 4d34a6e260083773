package asset2go.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * The {@code .env} file as a source of MicroProfile Config: weaker than the environment, stronger
 * than defaults. A broken file is not thrown here, where it would come out as a failure of the
 * server's class loading, but told to {@link Settings} by way of {@link #PROBLEM}.
 */
public final class DotEnvConfigSource implements ConfigSource {
  /** What is wrong with the file, if anything; a property, since class loaders may differ. */
  static final String PROBLEM = "asset2go.env-file.problem";

  private final Path file;
  private final Map<String, String> values;

  /** Reads the file that {@code A2G_ENV_FILE} names, or {@code .env} where the process stands. */
  public DotEnvConfigSource() {
    this(Path.of(Optional.ofNullable(System.getenv("A2G_ENV_FILE")).orElse(".env")));
  }

  DotEnvConfigSource(Path file) {
    this.file = file;
    this.values = read(file);
  }

  private static Map<String, String> read(Path file) {
    try {
      return Files.isRegularFile(file) ? DotEnv.read(file) : Map.of();
    } catch (DotEnv.BrokenFile broken) {
      return Map.of(PROBLEM, broken.getMessage() + "");
    } catch (IOException unreadable) {
      return Map.of(PROBLEM, "cannot be read.");
    }
  }

  @Override
  public int getOrdinal() {
    return 295;
  }

  @Override
  public Set<String> getPropertyNames() {
    return values.keySet();
  }

  @Override
  public @Nullable String getValue(String name) {
    return values.get(name);
  }

  @Override
  public String getName() {
    return file.toString();
  }
}

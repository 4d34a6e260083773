package asset2go.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.ServiceLoader;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DotEnvConfigSourceTest {
  @TempDir Path folder;

  private Config config(String file, Map<String, String> environment) throws IOException {
    var path = folder.resolve(".env");
    Files.writeString(path, file);
    return new SmallRyeConfigBuilder()
        .withSources(
            new DotEnvConfigSource(path),
            Sources.of(300, environment),
            Sources.of(100, Map.of("A", "default")))
        .build();
  }

  @Test
  void isStrongerThanDefaultsAndWeakerThanTheEnvironment() throws IOException {
    assertThat(config("A=file", Map.of()).getValue("A", String.class)).isEqualTo("file");
    assertThat(config("A=file", Map.of("A", "environment")).getValue("A", String.class))
        .isEqualTo("environment");
    assertThat(config("B=file", Map.of()).getValue("A", String.class)).isEqualTo("default");
  }

  @Test
  void isFoundByMicroProfile() {
    assertThat(ServiceLoader.load(ConfigSource.class))
        .hasAtLeastOneElementOfType(DotEnvConfigSource.class);
  }

  @Test
  void withoutAFileItIsEmpty() {
    assertThat(new DotEnvConfigSource(folder.resolve("none")).getPropertyNames()).isEmpty();
  }

  @Test
  void aBrokenFileIsToldNotThrown() throws IOException {
    var path = folder.resolve(".env");
    Files.writeString(path, "A='");
    assertThat(new DotEnvConfigSource(path).getValue(DotEnvConfigSource.PROBLEM))
        .isEqualTo("line 1 opens a quote that is never closed.");
  }
}

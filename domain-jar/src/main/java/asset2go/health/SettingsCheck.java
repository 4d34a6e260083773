package asset2go.health;

import asset2go.settings.Role;
import asset2go.settings.Settings;
import asset2go.settings.SettingsException;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Ends the process before anything starts where settings are missing or wrong: a server that stays
 * up without its application would look alive, and its one message would drown.
 */
public class SettingsCheck implements Extension {

  void check(@Observes BeforeBeanDiscovery beginning) {
    Config config = ConfigProvider.getConfig();
    String role = config.getOptionalValue("A2G_ROLE", String.class).orElse("all");
    try {
      Settings.load(config, Role.named(role));
    } catch (SettingsException e) {
      // Past the server's log, which would put a prefix before each line.
      PrintStream err =
          new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
      err.println(e.getMessage());
      Runtime.getRuntime().halt(1);
    }
  }
}

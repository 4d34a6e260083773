package asset2go.graph;

import asset2go.settings.Role;
import asset2go.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Makes the operator's settings injectable, for the role that this server was started in. */
@ApplicationScoped
class SettingsProducer {

  @Produces
  @Singleton
  Settings settings() {
    Config config = ConfigProvider.getConfig();
    String role = config.getOptionalValue("A2G_ROLE", String.class).orElse("all");
    return Settings.load(config, Role.named(role));
  }
}

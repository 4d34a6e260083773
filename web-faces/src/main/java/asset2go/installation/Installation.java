package asset2go.installation;

import asset2go.settings.Mode;
import asset2go.settings.Role;
import asset2go.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.ConfigProvider;

/** This installation as the web tier knows it: its settings and what follows from them. */
@ApplicationScoped
public class Installation {
  private final Settings settings = Settings.load(ConfigProvider.getConfig(), Role.WEB);

  /** For what runs before beans exist. */
  public static Installation load() {
    return new Installation();
  }

  public Settings settings() {
    return settings;
  }

  /** Whether browsers reach us by https: then, and only then, cookies are {@code Secure}. */
  public boolean secure() {
    return "https".equals(settings.appUrl().getScheme());
  }

  public boolean development() {
    return settings.mode() == Mode.DEVELOPMENT;
  }

  public Keys keys() {
    return new Keys(settings.jwt().secret().reveal());
  }
}

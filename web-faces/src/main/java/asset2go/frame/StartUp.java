package asset2go.frame;

import asset2go.installation.Installation;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.util.Base64;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/**
 * Gives Faces what depends on the settings, before Faces starts. The page state that browsers carry
 * is sealed with a key derived from JWT_SECRET, so that any instance can open what another sealed;
 * {@code web.xml} tells Faces where the key is.
 */
public final class StartUp implements ServletContextListener {
  static final String STATE_KEY = "asset2goStateKey";

  @Inject Installation installation;

  @Override
  @SuppressWarnings("BanJNDI") // what is bound is our own text
  public void contextInitialized(ServletContextEvent event) {
    try {
      new InitialContext()
          .rebind(
              STATE_KEY,
              Base64.getEncoder().encodeToString(installation.keys().derive("faces-state")));
    } catch (NamingException impossible) {
      throw new IllegalStateException(impossible);
    }
    if (installation.development()) {
      event.getServletContext().setInitParameter("jakarta.faces.FACELETS_REFRESH_PERIOD", "0");
    }
  }
}

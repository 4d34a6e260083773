package asset2go.frame;

import asset2go.installation.Installation;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import java.util.Base64;
import java.util.Set;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.jspecify.annotations.Nullable;

/**
 * Gives Faces what depends on the settings. A listener would come too late: Faces reads it in a
 * listener of its own. The page state that browsers carry is sealed with a key derived from
 * JWT_SECRET, so that any instance can open what another sealed; {@code web.xml} tells Faces where
 * the key is.
 */
public final class StartUp implements ServletContainerInitializer {
  private static final String STATE_KEY = "asset2goStateKey";

  @Override
  @SuppressWarnings("BanJNDI") // what is bound is our own text
  public void onStartup(@Nullable Set<Class<?>> none, ServletContext context) {
    var installation = Installation.load();
    var key = installation.keys().derive("faces-state");
    try {
      new InitialContext().rebind(STATE_KEY, Base64.getEncoder().encodeToString(key));
    } catch (NamingException impossible) {
      throw new IllegalStateException(impossible);
    }
    if (installation.development()) {
      context.setInitParameter("jakarta.faces.FACELETS_REFRESH_PERIOD", "0");
    }
  }
}

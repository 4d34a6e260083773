package asset2go.frame;

import asset2go.installation.Installation;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a page says about the click before it: {@code note.asset.created} with its words. It crosses
 * the redirect in a cookie of a minute, signed so that nobody else can make us say things, because
 * there is no session that could hold it.
 */
@Named("notes")
@RequestScoped
public class Notes {
  private static final String COOKIE = "a2g-note";
  private static final String SEPARATOR = "\u001f";

  @Inject Installation installation;
  @Inject HttpServletRequest request;
  @Inject Texts texts;

  private @Nullable String pending;
  private boolean read;

  /** Leaves a note for the next page. */
  public void leave(String key, String... words) {
    var text = String.join(SEPARATOR, key, String.join(SEPARATOR, List.of(words)));
    Cookies.write(
        response(), COOKIE, installation.keys().sign(COOKIE, text), 60, installation.secure());
  }

  /** The note that was left for this page, once. */
  public @Nullable String getPending() {
    if (!read) {
      read = true;
      pending = take();
    }
    return pending;
  }

  private @Nullable String take() {
    var left = Cookies.read(request, COOKIE).orElse("");
    if (left.isEmpty()) {
      return null;
    }
    Cookies.write(response(), COOKIE, "", 0, installation.secure());
    return installation.keys().verify(COOKIE, left).map(this::say).orElse(null);
  }

  private String say(String text) {
    var parts = text.split(SEPARATOR);
    return texts.get(parts[0], (Object[]) Arrays.copyOfRange(parts, 1, parts.length));
  }

  private static HttpServletResponse response() {
    return (HttpServletResponse)
        FacesContext.getCurrentInstance().getExternalContext().getResponse();
  }
}

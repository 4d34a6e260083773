package asset2go.frame;

import asset2go.installation.Installation;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;

/** Keeps a preference and goes back to the page: what the switches do where scripts are off. */
@WebServlet("/preferences")
public final class PreferencesServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final int YEAR = (int) Duration.ofDays(365).toSeconds();
  private static final Map<String, String> COOKIES =
      Map.of(
          "lang", Preferences.LANGUAGE,
          "theme", Preferences.THEME,
          "nav", Preferences.NAVIGATION,
          "density", Preferences.DENSITY);

  @Inject transient Installation installation;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    COOKIES.forEach(
        (parameter, cookie) -> {
          var value = request.getParameter(parameter);
          if (value != null && value.matches("[a-z]{1,20}")) {
            Cookies.write(response, cookie, value, YEAR, installation.secure());
          }
        });
    response.sendRedirect(LocalPath.orHome(request.getParameter("back")));
  }
}

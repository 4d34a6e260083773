package asset2go.identity;

import asset2go.client.ApiProblem;
import asset2go.client.TokenCookie;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.ProcessingException;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Ends the session at the API, then at the browser: here even when the API cannot be reached. */
@WebServlet("/logout")
public final class SignOut extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = Logger.getLogger(SignOut.class.getName());

  @Inject transient AuthApi auth;
  @Inject transient TokenCookie cookie;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      auth.logout();
    } catch (ApiProblem | ProcessingException unreachable) {
      LOG.log(Level.FINE, "The session could not be ended at the API", unreachable);
    }
    cookie.clear(response);
    response.setHeader("Clear-Site-Data", "\"cache\"");
    response.sendRedirect("/login");
  }
}

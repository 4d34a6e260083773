package asset2go.importing;

import asset2go.client.Caller;
import asset2go.client.Uploads;
import asset2go.multipart.BrokenParts;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Reads the import page's form before Faces does: Servlet's own way with files would lay them on
 * the disk first, which in a container is memory.
 */
public final class UploadFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = Logger.getLogger(UploadFilter.class.getName());

  @Inject transient Uploads uploads;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var type = request.getContentType();
    if (type == null
        || !type.toLowerCase(Locale.ROOT).startsWith("multipart/")
        || Caller.current().token() == null) {
      chain.doFilter(request, response);
      return;
    }
    // Asked here, where no servlet with files is in sight, the server looks at the address alone
    // and does not look again.
    var look = request.getParameter("look") != null;
    SentForm form;
    try {
      form = SentForm.read(request, uploads, look);
    } catch (BrokenParts broken) {
      response.sendError(HttpServletResponse.SC_BAD_REQUEST);
      return;
    } catch (IOException gone) {
      LOG.log(Level.FINE, "A form broke off", gone);
      response.sendError(HttpServletResponse.SC_BAD_REQUEST);
      return;
    }
    chain.doFilter(new FormRequest(request, form.texts()), response);
  }
}

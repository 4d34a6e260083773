package asset2go.importing;

import asset2go.page.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** What was imported, newest first. */
@Named
@RequestScoped
public class ImportsPage {
  private static final int ROWS = 50;

  @Inject HttpServletRequest request;
  @Inject ImportsApi api;

  private @Nullable Page<ImportRun> page;

  public void load() {
    page = api.list(ROWS, request.getParameter("after"));
  }

  public @Nullable Page<ImportRun> getPage() {
    return page;
  }
}

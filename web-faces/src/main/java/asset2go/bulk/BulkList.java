package asset2go.bulk;

import asset2go.page.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** The runs over many assets, the newest first. */
@Named
@RequestScoped
public class BulkList {
  private static final int ROWS = 50;

  @Inject HttpServletRequest request;
  @Inject BulkApi api;

  private @Nullable Page<BulkRun> page;

  public void load() {
    page = api.list(ROWS, request.getParameter("after"));
  }

  public @Nullable Page<BulkRun> getPage() {
    return page;
  }
}

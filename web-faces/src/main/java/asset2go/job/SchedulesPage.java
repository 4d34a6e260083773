package asset2go.job;

import asset2go.client.ApiProblem;
import asset2go.page.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What makes jobs by the clock. */
@Named
@RequestScoped
public class SchedulesPage {
  @Inject JobsApi api;

  private @Nullable Page<JobSchedule> page;
  private boolean away;

  public void load() {
    try {
      page = api.schedules();
    } catch (ApiProblem problem) {
      if (problem.status() != HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
        throw problem;
      }
      away = true;
    }
  }

  /** One of ours by its name. */
  Optional<JobSchedule> find(@Nullable String name) {
    if (page == null && !away) {
      load();
    }
    return page == null
        ? Optional.empty()
        : page.items().stream().filter(one -> one.ours() && one.id().equals(name)).findFirst();
  }

  public boolean isAway() {
    return away;
  }

  public @Nullable Page<JobSchedule> getPage() {
    return page;
  }
}

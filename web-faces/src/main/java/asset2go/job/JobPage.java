package asset2go.job;

import asset2go.frame.Form;
import asset2go.frame.Query;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One job with all that is known of it, and what can be done about it. */
@Named
@RequestScoped
public class JobPage {
  private static final Set<JobState> ENDED = Set.of(JobState.COMPLETED, JobState.FAILED);

  @Inject HttpServletRequest request;
  @Inject JobsApi api;
  @Inject Form form;

  private @Nullable JobDetails details;

  static String address(String queue, String id) {
    return "/jobs/" + queue + "/job?" + new Query(Map.of("id", List.of(id)));
  }

  public void load() {
    getDetails();
  }

  /** A form that was sent needs it before the page is shown. */
  public JobDetails getDetails() {
    if (details == null) {
      details = api.get(getQueue(), getId());
    }
    return details;
  }

  public String getQueue() {
    return String.valueOf(request.getParameter("queue"));
  }

  public String getId() {
    return String.valueOf(request.getParameter("id"));
  }

  public String getAddress() {
    return address(getQueue(), getId());
  }

  private JobState state() {
    return getDetails().job().state();
  }

  /** After how many milliseconds the page looks again; null for a job that has ended. */
  public @Nullable Integer getLive() {
    if (ENDED.contains(state())) {
      return null;
    }
    return state() == JobState.ACTIVE ? 2_000 : 5_000;
  }

  public boolean isRetryable() {
    return state() == JobState.FAILED;
  }

  public boolean isPromotable() {
    return state() == JobState.DELAYED;
  }

  public boolean isRemovable() {
    return state() != JobState.ACTIVE;
  }

  /** Whether it asks before it removes. */
  public boolean isAsked() {
    return "remove".equals(request.getParameter("ask"));
  }

  /** The progress in per cent; null where the job says something else, or nothing. */
  public @Nullable String getPercent() {
    var progress = getDetails().job().progress();
    return progress != null && progress.matches("\\d{1,3}(\\.\\d+)?") ? progress : null;
  }

  /** How long the last try took, in milliseconds; null before it ended. */
  public @Nullable Long getTook() {
    var job = getDetails().job();
    return job.startedAt() == null || job.finishedAt() == null
        ? null
        : Math.max(0, Duration.between(job.startedAt(), job.finishedAt()).toMillis());
  }

  public void retry() {
    send(() -> api.retry(getQueue(), getId()), getAddress(), "note.job.retried");
  }

  public void promote() {
    send(() -> api.promote(getQueue(), getId()), getAddress(), "note.job.promoted");
  }

  public void remove() {
    send(() -> api.remove(getQueue(), getId()), "/jobs?queue=" + getQueue(), "note.job.removed");
  }

  /** A refusal mostly means that the job has moved on: it is looked at again. */
  private void send(Runnable act, String next, String note) {
    form.send(
        () -> {
          act.run();
          return next;
        },
        note);
    if (form.isRefused()) {
      details = null;
    }
  }
}

package asset2go.job;

import asset2go.client.ApiProblem;
import asset2go.frame.Query;
import asset2go.page.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Both queues with their figures, and the jobs in them. */
@Named
@RequestScoped
public class JobsPage {
  private static final int ROWS = 50;

  @Inject HttpServletRequest request;
  @Inject JobsApi api;

  private Query query = new Query(Map.of());
  private @Nullable Page<JobQueue> queues;
  private @Nullable Page<JobSummary> page;
  private boolean away;

  /** Redis may be away: the page says so, and looks again by itself. */
  public void load() {
    query = query(request);
    try {
      queues = api.queues();
      page =
          api.list(
              query.get("queue"),
              query.get("state"),
              query.get("name"),
              ROWS,
              request.getParameter("after"));
    } catch (ApiProblem problem) {
      if (problem.status() != HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
        throw problem;
      }
      away = true;
    }
  }

  static Query query(HttpServletRequest request) {
    return Query.of(request, "queue", "state", "name");
  }

  public boolean isAway() {
    return away;
  }

  public Query getQuery() {
    return query;
  }

  public @Nullable Page<JobQueue> getQueues() {
    return queues;
  }

  public @Nullable Page<JobSummary> getPage() {
    return page;
  }

  /** Begins an address of this page with its filters; one more parameter follows. */
  public String getAddress() {
    return "/jobs?" + (query.isEmpty() ? "" : query + "&");
  }

  /** Leads to the jobs of a queue in a state, and shows them. */
  public String address(JobQueue queue, JobState state) {
    return "/jobs?queue=" + queue.key() + "&state=" + state.word() + "#jobs";
  }

  /** Leads to the jobs of a queue that have a name. */
  public String named(JobQueue queue, String name) {
    return "/jobs?" + query.with("state", null).with("queue", queue.key()).with("name", name);
  }

  /** Leads to one job. Foreign ids may have any letters: they stand in the query. */
  public String address(JobSummary job) {
    return JobPage.address(job.queue(), job.id());
  }

  public JobState[] getStates() {
    return Arrays.stream(JobState.values())
        .filter(state -> state != JobState.UNKNOWN)
        .toArray(JobState[]::new);
  }

  /** The states that a queue's card shows: one that only older clients use, where it is used. */
  public List<JobState> states(JobQueue queue) {
    return Arrays.stream(getStates())
        .filter(state -> state != JobState.PAUSED || count(queue, state) > 0)
        .toList();
  }

  public long count(JobQueue queue, JobState state) {
    var counts = queue.counts();
    return switch (state) {
      case WAITING -> counts.waiting();
      case ACTIVE -> counts.active();
      case DELAYED -> counts.delayed();
      case PRIORITIZED -> counts.prioritized();
      case WAITING_CHILDREN -> counts.waitingChildren();
      case COMPLETED -> counts.completed();
      case FAILED -> counts.failed();
      case PAUSED -> counts.paused();
      case UNKNOWN -> 0;
    };
  }
}

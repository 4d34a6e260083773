package asset2go.job;

import asset2go.frame.Form;
import asset2go.frame.Notes;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asks once before something is done to a whole queue: {@code /jobs?ask=pause&of=bulk}. */
@Named
@RequestScoped
public class QueueForm {
  private static final Set<String> KNOWN = Set.of("pause", "resume", "retry", "clean");
  private static final Set<String> QUEUES = Set.of("prompt", "bulk");

  @Inject HttpServletRequest request;
  @Inject JobsApi api;
  @Inject JobsPage page;
  @Inject Form form;
  @Inject Notes notes;

  private final Map<String, String> values =
      new HashMap<>(Map.of("cleanState", JobState.COMPLETED.name(), "olderThan", "604800"));

  /** What is about to be done, null for nothing. */
  public @Nullable String getAsk() {
    var asked = request.getParameter("ask");
    return asked != null && KNOWN.contains(asked) && QUEUES.contains(getQueue()) ? asked : null;
  }

  /** To which queue. */
  public String getQueue() {
    return String.valueOf(request.getParameter("of"));
  }

  public void run() {
    form.send(
        () -> {
          notes.leave("note.queue." + getAsk(), act());
          var query = JobsPage.query(request);
          return "/jobs" + (query.isEmpty() ? "" : "?" + query);
        });
    if (form.isRefused()) {
      page.load();
    }
  }

  /** Does it, and says of how many. */
  private String act() {
    var queue = getQueue();
    switch (String.valueOf(getAsk())) {
      case "pause" -> api.pause(queue);
      case "resume" -> api.resume(queue);
      case "retry" -> api.retryFailed(queue);
      case "clean" -> {
        return String.valueOf(api.clean(queue, which()).removed());
      }
      default -> throw new IllegalStateException("Nothing was asked.");
    }
    return "";
  }

  private JobClean which() {
    return new JobClean(
        JobState.valueOf(Form.text(values.get("cleanState"))).word(),
        Long.valueOf(Form.text(values.get("olderThan"))),
        null);
  }

  public Map<String, String> getValues() {
    return values;
  }

  /** What can be cleaned away. */
  public List<String> getStates() {
    return List.of("COMPLETED", "FAILED", "DELAYED", "WAITING", "PRIORITIZED");
  }

  /** In seconds. */
  public List<String> getAges() {
    return List.of("0", "3600", "86400", "604800", "2592000");
  }
}

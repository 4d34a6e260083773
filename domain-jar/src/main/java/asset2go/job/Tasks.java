package asset2go.job;

import asset2go.task.Task;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Does what is due over the clock, each job once. */
@ApplicationScoped
public class Tasks {

  private @Inject @Any Instance<Task> tasks;
  private @Inject Plans plans;

  public List<Task> all() {
    return tasks.stream().toList();
  }

  /**
   * Does it, unless this very job has been done before: a worker that died at the wrong moment has
   * its job handed to the next one.
   *
   * @return what was done, in a few words
   */
  public String run(Task task, String jobId, BooleanSupplier stop) {
    String name = task.kind().name();
    if (plans.wasDone(name, jobId)) {
      return "done before";
    }
    String what = task.run(stop);
    plans.done(name, jobId);
    return what;
  }
}

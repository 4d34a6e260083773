package asset2go.worker;

import asset2go.job.Tasks;
import asset2go.outbox.JobKind;
import asset2go.task.Task;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** Who does which jobs, and how many of them at a time. */
@ApplicationScoped
class Processors {

  private @Inject @Any Instance<JobProcessor> processors;
  private @Inject Tasks tasks;
  private final Map<String, Post> posts = new HashMap<>();

  /** For CDI. */
  Processors() {}

  /** These and no others. */
  static Processors of(List<? extends JobProcessor> some) {
    Processors processors = new Processors();
    some.forEach(processors::add);
    return processors;
  }

  /**
   * @param room for so many more of its jobs in this worker
   */
  record Post(JobProcessor processor, Semaphore room) {
    JobKind kind() {
      return processor.kind();
    }
  }

  @PostConstruct
  void gather() {
    processors.forEach(this::add);
    for (Task task : tasks.all()) {
      add(new TaskProcessor(task, tasks));
    }
  }

  private void add(JobProcessor processor) {
    JobKind kind = processor.kind();
    Post before = posts.put(kind.name(), new Post(processor, new Semaphore(kind.atOnce())));
    if (before != null) {
      throw new IllegalStateException("Two processors do jobs named \"" + kind.name() + "\".");
    }
  }

  Optional<Post> named(String name) {
    return Optional.ofNullable(posts.get(name));
  }
}

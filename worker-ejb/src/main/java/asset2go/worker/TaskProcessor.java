package asset2go.worker;

import asset2go.job.Tasks;
import asset2go.outbox.JobEnvelope;
import asset2go.outbox.JobKind;
import asset2go.queue.JobContext;
import asset2go.task.Task;

/** Does one task of the timetable. Whether its job was put there by the clock or by a person. */
record TaskProcessor(Task task, Tasks tasks) implements JobProcessor {

  @Override
  public JobKind kind() {
    return task.kind();
  }

  @Override
  public Object process(String id, JobEnvelope job, JobContext context) {
    return tasks.run(task, id, context::cancelled);
  }
}

package asset2go.job;

import asset2go.identity.RoleName;
import asset2go.page.IfMatch;
import asset2go.page.MergePatch;
import asset2go.page.Page;
import asset2go.platform.Allow;
import asset2go.platform.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Path;
import org.jspecify.annotations.Nullable;

/** {@code /v1/jobs}. */
@ApplicationScoped
@Path("/v1/jobs")
@Allow(RoleName.ADMIN)
public class JobsResource implements JobsApi {

  private @Inject Queues queues;
  private @Inject JobList list;
  private @Inject Jobs jobs;
  private @Inject Schedules schedules;
  private @Inject MergePatch mergePatch;
  private @Inject Caller caller;

  @Override
  public Page<JobQueue> queues() {
    return queues.list();
  }

  @Override
  public Page<JobSummary> list(
      @Nullable String queue,
      @Nullable String state,
      @Nullable String name,
      @Nullable Integer limit,
      @Nullable String after) {
    return list.find(queue, state, name, limit, after);
  }

  @Override
  public JobDetails get(String queue, String id) {
    return jobs.get(queue, id);
  }

  @Override
  public JobSummary retry(String queue, String id) {
    return jobs.retry(caller.actor(), queue, id);
  }

  @Override
  public JobSummary promote(String queue, String id) {
    return jobs.promote(caller.actor(), queue, id);
  }

  @Override
  public void remove(String queue, String id) {
    jobs.remove(caller.actor(), queue, id);
  }

  @Override
  public JobQueue pause(String queue) {
    return queues.pause(caller.actor(), queue);
  }

  @Override
  public JobQueue resume(String queue) {
    return queues.resume(caller.actor(), queue);
  }

  @Override
  public JobClean.Result clean(String queue, JobClean which) {
    return queues.clean(caller.actor(), queue, which);
  }

  @Override
  public JobQueue retryFailed(String queue) {
    return queues.retryFailed(caller.actor(), queue);
  }

  @Override
  public Page<JobSchedule> schedules() {
    return schedules.list();
  }

  @Override
  public JobSchedule change(String name, @Nullable String ifMatch, JsonObject patch) {
    return schedules.change(
        caller.actor(),
        name,
        IfMatch.version(ifMatch, name),
        now -> mergePatch.apply(now, patch, JobScheduleChange.class));
  }

  @Override
  public JobSummary run(String name) {
    return schedules.run(caller.actor(), name);
  }
}

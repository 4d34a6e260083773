package asset2go.job;

import asset2go.page.Page;
import jakarta.json.JsonObject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/**
 * {@code /v1/jobs}: the queues, their jobs and the schedules that make some of them, for
 * administrators. The queues are {@code prompt} and {@code bulk} here, whatever QUEUE calls them in
 * Redis. While Redis is away everything below answers 503.
 */
@Path("/v1/jobs")
@Produces(MediaType.APPLICATION_JSON)
public interface JobsApi {

  /** Both queues with their figures. */
  @GET
  @Path("/queues")
  Page<JobQueue> queues();

  /**
   * One page of jobs: those that wait in the order in which they will be taken, finished ones the
   * latest first. A page that is narrowed by name may have fewer than asked and still a next one.
   *
   * @param queue prompt or bulk, both where missing
   * @param state in words such as {@code failed}, all where missing
   * @param name of the jobs, exactly
   */
  @GET
  Page<JobSummary> list(
      @QueryParam("queue") @Nullable String queue,
      @QueryParam("state") @Nullable String state,
      @QueryParam("name") @Nullable String name,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("after") @Nullable String after);

  @GET
  @Path("/{queue}/{id}")
  JobDetails get(@PathParam("queue") String queue, @PathParam("id") String id);

  /** Has a failed job tried again, as often as at first; 409 where it has not failed. */
  @POST
  @Path("/{queue}/{id}/retry")
  JobSummary retry(@PathParam("queue") String queue, @PathParam("id") String id);

  /** Has a delayed job done now; 409 where it is not delayed. */
  @POST
  @Path("/{queue}/{id}/promote")
  JobSummary promote(@PathParam("queue") String queue, @PathParam("id") String id);

  /** Removes a job: 204; 409 while a worker is at it, and for the next one of a schedule. */
  @DELETE
  @Path("/{queue}/{id}")
  void remove(@PathParam("queue") String queue, @PathParam("id") String id);

  /** No worker takes a job from it until it is resumed. */
  @POST
  @Path("/queues/{queue}/pause")
  JobQueue pause(@PathParam("queue") String queue);

  @POST
  @Path("/queues/{queue}/resume")
  JobQueue resume(@PathParam("queue") String queue);

  /** Removes old jobs of a state. */
  @POST
  @Path("/queues/{queue}/clean")
  @Consumes(MediaType.APPLICATION_JSON)
  JobClean.Result clean(@PathParam("queue") String queue, @NotNull @Valid JobClean which);

  /** Has all failed jobs tried again. */
  @POST
  @Path("/queues/{queue}/retry-failed")
  JobQueue retryFailed(@PathParam("queue") String queue);

  /** All schedules, ours first. */
  @GET
  @Path("/schedules")
  Page<JobSchedule> schedules();

  /** Changes some fields by JSON Merge Patch: pattern, zone, enabled. */
  @PATCH
  @Path("/schedules/{name}")
  @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
  JobSchedule change(
      @PathParam("name") String name,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      JsonObject patch);

  /** Does it now, besides its next time; it answers with the job. */
  @POST
  @Path("/schedules/{name}/run")
  JobSummary run(@PathParam("name") String name);
}

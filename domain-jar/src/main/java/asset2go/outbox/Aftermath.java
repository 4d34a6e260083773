package asset2go.outbox;

/** What follows where a job of one kind has failed for good: whoever waits for it is told. */
public interface Aftermath {

  JobKind kind();

  /**
   * The job is tried no more. It may be told twice.
   *
   * @param id of the job
   * @param reason why the last try failed, for the log rather than for users
   */
  void failed(String id, JobEnvelope job, String reason);
}

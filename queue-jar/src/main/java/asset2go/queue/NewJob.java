package asset2go.queue;

/**
 * A job to be added.
 *
 * @param name what is to be done: the processor chooses by it
 * @param data JSON
 */
public record NewJob(String name, String data, JobOptions options) {
  /**
   * @throws IllegalArgumentException where the data is not JSON: such a job would stay active for
   *     ever in a Node worker
   */
  public NewJob {
    if (!Json.isValid(data)) {
      throw new IllegalArgumentException("The data of job " + name + " is not JSON");
    }
  }

  public NewJob(String name, String data) {
    this(name, data, JobOptions.DEFAULT);
  }
}

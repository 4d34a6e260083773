package asset2go.queue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Protocol;

/** What the jobs of a queue have logged. Thread-safe. */
public final class JobLogs {
  private final Redis redis;
  private final Keys keys;

  public JobLogs(Redis redis, String queue) {
    this(redis, redis.prefix(), queue);
  }

  public JobLogs(Redis redis, String prefix, String queue) {
    this(redis, redis.keys(prefix, queue));
  }

  JobLogs(Redis redis, Keys keys) {
    this.redis = redis;
    this.keys = keys;
  }

  /**
   * Some of a job's rows.
   *
   * @param count how many rows it has in all
   */
  public record Page(List<String> rows, long count) {
    public Page {
      rows = List.copyOf(rows);
    }
  }

  /** All rows of a job, the first first. */
  public List<String> all(String jobId) {
    return page(jobId, 0, Integer.MAX_VALUE, true).rows();
  }

  /**
   * A page of a job's rows.
   *
   * @param from 0 for the first
   * @param most how many at most, one or more
   * @param oldestFirst otherwise the latest row is the first
   */
  public Page page(String jobId, int from, int most, boolean oldestFirst) {
    Keys.checkPage(from, most);
    long end = from + (long) most;
    byte[] key = keys.logs(jobId);
    @Nullable Object[] replies =
        redis.callAll(
            oldestFirst
                ? Command.of(Protocol.Command.LRANGE, key, from, end - 1)
                : Command.of(Protocol.Command.LRANGE, key, -end, -from - 1L),
            Command.of(Protocol.Command.LLEN, key));
    List<String> rows =
        replies[0] instanceof List<?> list ? list.stream().map(Job::text).toList() : List.of();
    return new Page(
        oldestFirst ? rows : rows.reversed(), replies[1] instanceof Long count ? count : 0);
  }

  /**
   * Adds a row by another hand than the processor's.
   *
   * @return how many rows there are now
   * @throws JobException where there is no such job
   */
  public long add(String jobId, String row) {
    return add(jobId, row, null);
  }

  /**
   * Adds a row.
   *
   * @param keep how many rows are kept, null for all
   */
  long add(String jobId, String row, @Nullable Integer keep) {
    Object reply =
        redis.run(
            Script.ADD_LOG, keys.of(jobId), keys.logs(jobId), jobId, row, keep == null ? "" : keep);
    if (reply instanceof Long code && code < 0) {
      throw new JobException("log for", jobId, code);
    }
    return reply instanceof Long count ? count : 0;
  }

  /**
   * Removes rows, the oldest first.
   *
   * @param keep how many of the latest stay, 0 for none
   */
  public void clear(String jobId, int keep) {
    byte[] key = keys.logs(jobId);
    redis.call(
        keep < 1
            ? Command.of(Protocol.Command.DEL, key)
            : Command.of(Protocol.Command.LTRIM, key, -keep, -1));
  }
}

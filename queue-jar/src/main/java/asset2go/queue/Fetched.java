package asset2go.queue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a script that hands out jobs replied.
 *
 * @param job the next job, null where there is none to be had now
 * @param limitMillis for how long no job may be had, by a rate limit
 * @param delayedUntil when the next delayed job is due, milliseconds since the epoch, 0 for none
 */
record Fetched(@Nullable Job job, long limitMillis, long delayedUntil) {
  static final Fetched NOTHING = new Fetched(null, 0, 0);

  static Fetched parse(String queue, @Nullable Object reply) {
    if (!(reply instanceof List<?> list) || list.size() < 4) {
      return NOTHING;
    }
    Job job = Job.parse(queue, Job.text(list.get(1)), list.get(0));
    return new Fetched(job, number(list.get(2)), number(list.get(3)));
  }

  private static long number(@Nullable Object reply) {
    if (reply instanceof Long number) {
      return Math.max(0, number);
    }
    return reply instanceof byte[] ? (long) Double.parseDouble(Job.text(reply)) : 0;
  }
}

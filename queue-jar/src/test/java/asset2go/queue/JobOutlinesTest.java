package asset2go.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import redis.clients.jedis.Protocol;

class JobOutlinesTest {
  @RegisterExtension final QueueFixture test = new QueueFixture();
  private JobOutlines outlines;

  @BeforeEach
  void look() {
    outlines = new JobOutlines(test.redis, test.name);
  }

  @Test
  void whatWaitsIsReadInTheOrderInWhichItIsTaken() {
    List<String> ids = List.of(add("a"), add("b"), add("c"));
    assertThat(outlines.ids(JobState.WAITING, 0, 2)).isEqualTo(ids.subList(0, 2));
    assertThat(outlines.ids(JobState.WAITING, 2, 2)).isEqualTo(ids.subList(2, 3));
    assertThat(outlines.ids(JobState.WAITING, 3, 2)).isEmpty();
    assertThat(outlines.position(JobState.WAITING, ids.get(1))).hasValue(1);
    assertThat(outlines.position(JobState.WAITING, "gone")).isEmpty();
  }

  @Test
  void whatHasEndedIsReadTheLatestFirst() {
    test.worker((job, context) -> job.name());
    String first = add("a");
    await().until(() -> test.admin.state(first) == JobState.COMPLETED);
    String second = add("b");
    await().until(() -> test.admin.state(second) == JobState.COMPLETED);
    assertThat(outlines.ids(JobState.COMPLETED, 0, 10)).containsExactly(second, first);
    assertThat(outlines.position(JobState.COMPLETED, first)).hasValue(1);
  }

  @Test
  void whatMayBeLargeStaysInRedis() {
    String id = test.queue.add("a", "\"" + "x".repeat(5_000) + "\"");
    Job outline = outlines.page(JobState.WAITING, 0, 10).getFirst();
    assertThat(outline.id()).isEqualTo(id);
    assertThat(outline.name()).isEqualTo("a");
    assertThat(outline.timestamp()).isPositive();
    assertThat(outline.data()).isEqualTo("{}");
    assertThat(outlines.sizes(id)).isEqualTo(new JobOutlines.Sizes(5_002, 0));
    assertThat(outlines.find("nobody")).isNull();
  }

  @Test
  void aDelayedJobSaysWhenItIsDue() {
    Instant before = Instant.now();
    String id = test.queue.add("a", "1", JobOptions.builder().delay(Duration.ofHours(1)).build());
    assertThat(outlines.due(List.of(id, "nobody"))).containsOnlyKeys(id);
    assertThat(outlines.due(List.of(id)).get(id))
        .isBetween(before.plusSeconds(3_599), Instant.now().plusSeconds(3_601));
  }

  @Test
  void aMinuteThatIsStillRunningCounts() {
    WorkerOptions.Builder counting = WorkerOptions.builder().metricsMinutes(60);
    test.worker(counting, (job, context) -> "done");
    String id = add("a");
    await().until(() -> test.admin.state(id) == JobState.COMPLETED);
    List<Long> minutes = outlines.perMinute(JobState.COMPLETED, 60, Instant.now());
    assertThat(minutes).hasSize(60);
    assertThat(minutes.stream().mapToLong(Long::longValue).sum()).isEqualTo(1);
  }

  @Test
  void minutesInWhichNothingEndedAreThere() {
    Instant lastEnd = Instant.parse("2026-11-24T10:00:30Z");
    // As BullMQ leaves it: 9 in all, 5 of them in the minute of the last, 3 the minute before.
    set("metrics:completed", "count", "9", "prevTS", lastEnd.toEpochMilli() + "", "prevCount", "4");
    test.redis.call(
        Command.of(Protocol.Command.RPUSH, key("metrics:completed:data"), "3", "0", "1"));
    assertThat(
            outlines.perMinute(
                JobState.COMPLETED, 6, lastEnd.plus(Duration.ofMinutes(2)).plusSeconds(20)))
        .containsExactly(1L, 0L, 3L, 5L, 0L, 0L);
  }

  private void set(String what, Object... fields) {
    Object[] line = new Object[fields.length + 1];
    line[0] = key(what);
    System.arraycopy(fields, 0, line, 1, fields.length);
    test.redis.call(Command.of(Protocol.Command.HSET, line));
  }

  private String key(String what) {
    return "bull:" + test.name + ":" + what;
  }

  private String add(String name) {
    return test.queue.add(name, "{}");
  }
}

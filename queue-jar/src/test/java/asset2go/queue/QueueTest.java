package asset2go.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.Protocol;

class QueueTest {
  @RegisterExtension final QueueFixture test = new QueueFixture();

  @Test
  void jobsGoWhereTheirOptionsSay() {
    String plain = test.queue.add("mail", "{\"to\":\"ä\"}");
    String later =
        test.queue.add("mail", "1", JobOptions.builder().delay(Duration.ofHours(1)).build());
    String urgent = test.queue.add("mail", "1", JobOptions.builder().priority(1).build());

    assertThat(test.admin.state(plain)).isEqualTo(JobState.WAITING);
    assertThat(test.admin.state(later)).isEqualTo(JobState.DELAYED);
    assertThat(test.admin.state(urgent)).isEqualTo(JobState.PRIORITIZED);
    assertThat(test.admin.state("nobody")).isEqualTo(JobState.UNKNOWN);
    assertThat(test.admin.counts())
        .containsEntry(JobState.WAITING, 1L)
        .containsEntry(JobState.DELAYED, 1L)
        .containsEntry(JobState.PRIORITIZED, 1L)
        .containsEntry(JobState.FAILED, 0L);
    assertThat(test.admin.job(plain).orElseThrow().data()).isEqualTo("{\"to\":\"ä\"}");
    assertThat(test.admin.oldestWaiting()).isPresent();
  }

  @Test
  void whatIsAskedForAJobIsKeptWithIt() {
    JobOptions asked =
        JobOptions.builder()
            .jobId("import-1")
            .attempts(5)
            .backoff(Backoff.exponential(Duration.ofSeconds(2)).withJitter(0.5))
            .removeOnComplete(Keep.since(Duration.ofDays(1)).andAtMost(100))
            .removeOnFail(Keep.ALL)
            .keepLogs(10)
            .stackTraceLimit(3)
            .lifo()
            .build();
    test.queue.add("import", "{}", asked);
    assertThat(test.admin.job("import-1").orElseThrow().options()).isEqualTo(asked);
  }

  @Test
  void aKnownIdIsNotAddedAgain() {
    JobOptions mine = JobOptions.builder().jobId("mine").build();
    assertThat(test.queue.add("a", "1", mine)).isEqualTo("mine");
    assertThat(test.queue.add("b", "2", mine)).isEqualTo("mine");
    assertThat(test.admin.counts()).containsEntry(JobState.WAITING, 1L);
    assertThat(test.admin.job("mine").orElseThrow().name()).isEqualTo("a");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "-7", "007", "0", "a:b", ""})
  void anIdThatCouldBeTheCountersIsRefused(String id) {
    assertThatThrownBy(() -> JobOptions.builder().jobId(id).build())
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "undefined", "{a:1}", "NaN", "1 2", "'a'", "{\"a\":1,}"})
  void dataThatIsNotJsonIsRefused(String data) {
    assertThatThrownBy(() -> test.queue.add("a", data))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void manyJobsAreAddedAtOnceInOrder() {
    List<NewJob> jobs = IntStream.range(0, 2_500).mapToObj(i -> new NewJob("n", "" + i)).toList();
    List<String> ids = test.queue.add(jobs);
    assertThat(ids).hasSize(2_500).doesNotHaveDuplicates();
    assertThat(test.admin.job(ids.get(1234)).orElseThrow().data()).isEqualTo("1234");
    assertThat(test.admin.counts()).containsEntry(JobState.WAITING, 2_500L);
  }

  @Test
  void scriptsThatRedisHasForgottenAreLoadedAgain() {
    test.queue.add("a", "1");
    test.redis.call(Command.of(Protocol.Command.SCRIPT, "FLUSH"));
    List<String> ids = test.queue.add(List.of(new NewJob("b", "1"), new NewJob("c", "1")));
    assertThat(ids).hasSize(2);
    assertThat(test.admin.counts()).containsEntry(JobState.WAITING, 3L);
  }

  @Test
  void deduplicationIgnoresTheSecond() {
    JobOptions once = JobOptions.builder().deduplication(Deduplication.simple("tidy")).build();
    String first = test.queue.add("tidy", "1", once);
    assertThat(test.queue.add("tidy", "2", once)).isEqualTo(first);
    assertThat(test.admin.counts()).containsEntry(JobState.WAITING, 1L);
  }

  @Test
  void aThrottledJobIsFreeAgainWhenItsTimeIsUp() {
    JobOptions throttled =
        JobOptions.builder()
            .deduplication(Deduplication.throttle("t", Duration.ofMillis(300)))
            .build();
    String first = test.queue.add("t", "1", throttled);
    assertThat(test.queue.add("t", "2", throttled)).isEqualTo(first);
    await().until(() -> !test.queue.add("t", "3", throttled).equals(first));
  }

  @Test
  void ofABurstTheLastJobIsLeft() {
    JobOptions debounced =
        JobOptions.builder()
            .delay(Duration.ofMinutes(1))
            .deduplication(Deduplication.debounce("d", Duration.ofMinutes(1)))
            .build();
    for (int i = 0; i < 5; i++) {
      test.queue.add("d", "" + i, debounced);
    }
    assertThat(test.admin.jobs(JobState.DELAYED, 0, 10, true))
        .extracting(Job::data)
        .containsExactly("4");
  }

  @Test
  void theLatestJobFollowsTheOneAtWork() {
    CountDownLatch go = new CountDownLatch(1);
    List<String> ran = new CopyOnWriteArrayList<>();
    Worker worker =
        test.worker(
            (job, context) -> {
              ran.add(job.data());
              go.await();
              return "ok";
            });
    JobOptions latest = JobOptions.builder().deduplication(Deduplication.latest("l")).build();
    test.queue.add("l", "0", latest);
    await().until(() -> worker.active() == 1);
    for (int i = 1; i < 5; i++) {
      test.queue.add("l", "" + i, latest);
    }
    go.countDown();
    await().until(() -> ran.size() == 2 && worker.active() == 0);
    assertThat(ran).containsExactly("0", "4");
  }

  @Test
  void anUnreachableRedisIsSaidToBeUnavailable() {
    try (Redis nobody = Redis.connect(RedisConfig.of("127.0.0.1", 1))) {
      assertThatThrownBy(() -> new Queue(nobody, "q").add("a", "1"))
          .isInstanceOf(RedisUnavailableException.class);
    }
  }
}

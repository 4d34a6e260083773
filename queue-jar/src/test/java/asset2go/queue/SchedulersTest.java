package asset2go.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SchedulersTest {
  @RegisterExtension final QueueFixture test = new QueueFixture();
  private Schedulers schedulers;

  @BeforeEach
  void begin() {
    schedulers = new Schedulers(test.redis, test.name);
  }

  @Test
  void anIntervalMakesOneJobAfterTheOtherHoweverManyWorkersRun() {
    Set<String> ids = new ConcurrentSkipListSet<>();
    AtomicInteger runs = new AtomicInteger();
    for (int i = 0; i < 3; i++) {
      test.worker(
          (job, context) -> {
            ids.add(job.id());
            return runs.incrementAndGet();
          });
    }
    schedulers.upsert(
        "tick", Schedule.every(Duration.ofMillis(200)), new NewJob("tick", "{\"a\":1}"));
    await().until(() -> runs.get() >= 5);
    assertThat(schedulers.remove("tick")).isTrue();
    assertThat(ids).hasSize(runs.get());
    assertThat(schedulers.list()).isEmpty();
    assertThat(schedulers.remove("tick")).isFalse();
  }

  @Test
  void aPatternMakesAJobAtItsTimesWithItsData() {
    Set<Long> ran = new ConcurrentSkipListSet<>();
    test.worker(
        (job, context) -> {
          assertThat(job.data()).isEqualTo("{\"a\":1}");
          ran.add(System.currentTimeMillis());
          return null;
        });
    schedulers.upsert(
        "second", Schedule.cron("* * * * * *", ZoneId.of("UTC")), new NewJob("tick", "{\"a\":1}"));
    await().until(() -> ran.size() >= 3);
    assertThat(ran).allMatch(time -> time % 1_000 < 500);
    Scheduler scheduler = schedulers.get("second").orElseThrow();
    assertThat(scheduler.name()).isEqualTo("tick");
    assertThat(scheduler.data()).isEqualTo("{\"a\":1}");
    assertThat(scheduler.made()).isGreaterThanOrEqualTo(3);
    assertThat(scheduler.schedule().pattern()).isEqualTo("* * * * * *");
    assertThat(scheduler.next()).isAfter(Instant.now().minusSeconds(1));
  }

  @Test
  void aLimitEndsIt() {
    AtomicInteger runs = new AtomicInteger();
    test.worker((job, context) -> runs.incrementAndGet());
    schedulers.upsert(
        "thrice", Schedule.every(Duration.ofMillis(50)).atMost(3), new NewJob("tick", "1"));
    await().until(() -> runs.get() == 3);
    await().during(Duration.ofMillis(400)).until(() -> runs.get() == 3);
  }

  @Test
  void theSameAgainChangesNothingAndAnotherScheduleReplacesIt() {
    Schedule nightly = Schedule.cron("0 3 * * *", ZoneId.of("Europe/Berlin"));
    NewJob job = new NewJob("nightly", "{}", JobOptions.builder().attempts(3).build());
    String id = schedulers.upsert("n", nightly, job).orElseThrow();
    assertThat(schedulers.upsert("n", nightly, job)).contains(id);
    assertThat(test.admin.counts()).containsEntry(JobState.DELAYED, 1L);
    assertThat(test.admin.job(id).orElseThrow().options().attempts()).isEqualTo(3);
    assertThat(schedulers.get("n").orElseThrow().options().attempts()).isEqualTo(3);

    String other =
        schedulers
            .upsert("n", Schedule.cron("0 4 * * *", ZoneId.of("Europe/Berlin")), job)
            .orElseThrow();
    assertThat(other).isNotEqualTo(id);
    assertThat(test.admin.counts()).containsEntry(JobState.DELAYED, 1L);
    assertThat(schedulers.list()).hasSize(1);
  }

  @Test
  void whatIsOverIsNotScheduled() {
    Instant past = Instant.now().minusSeconds(60);
    assertThat(
            schedulers.upsert(
                "past",
                Schedule.cron("* * * * *", ZoneId.of("UTC")).between(null, past),
                new NewJob("a", "1")))
        .isEmpty();
  }
}

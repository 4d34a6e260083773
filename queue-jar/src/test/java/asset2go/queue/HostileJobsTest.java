package asset2go.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.Protocol;

/** What a foreign producer may have left in a queue fails by itself and holds up nothing. */
class HostileJobsTest {
  @RegisterExtension final QueueFixture test = new QueueFixture();

  /** A job as somebody wrote it who does not know how. */
  private String written(String... fieldsAndValues) {
    String id = "foreign";
    Keys keys = test.redis.keys("bull", test.name);
    if (fieldsAndValues.length > 0) {
      Object[] hash = new Object[fieldsAndValues.length + 1];
      hash[0] = keys.of(id);
      System.arraycopy(fieldsAndValues, 0, hash, 1, fieldsAndValues.length);
      test.redis.call(Command.of(Protocol.Command.HSET, hash));
    }
    test.redis.call(Command.of(Protocol.Command.LPUSH, keys.wait, id));
    test.redis.call(Command.of(Protocol.Command.ZADD, keys.marker, 0, "0"));
    return id;
  }

  private void work(Processor processor) {
    test.worker(
        WorkerOptions.builder()
            .concurrency(2)
            .lock(Duration.ofSeconds(1))
            .stalledInterval(Duration.ofMillis(500))
            .drainDelay(Duration.ofMillis(200)),
        processor);
  }

  private void ended(String id, JobState state) {
    await().until(() -> test.admin.state(id) == state);
  }

  /** Whatever came before: the queue is in order. */
  @AfterEach
  void theNextJobIsDone() {
    ended(test.queue.add("next", "1"), JobState.COMPLETED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{broken",
        "[]",
        "null",
        "{\"delay\":-1e30,\"attempts\":\"many\"}",
        "{\"attempts\":-4,\"priority\":1e99,\"timestamp\":1e300}",
        "{\"backoff\":{\"type\":\"exponential\",\"delay\":-1e300,\"jitter\":9},\"attempts\":2}",
        "{\"removeOnComplete\":{\"count\":1e99},\"removeOnFail\":{\"count\":1e99}}",
        "{\"stackTraceLimit\":-1e20,\"unknown\":{\"a\":[{}]}}",
        "{\"de\":{\"id\":7},\"parent\":{\"id\":{}},\"repeat\":\"often\"}",
      })
  void optionsThatAreNonsense(String options) {
    work(
        (job, context) -> {
          if (job.id().equals("foreign")) {
            throw new IllegalStateException("boom");
          }
          return "ok";
        });
    ended(written("name", "n", "data", "1", "opts", options, "timestamp", "x"), JobState.FAILED);
  }

  @Test
  void aRetryInAHundredMillionYears() {
    work(
        (job, context) -> {
          if (job.id().equals("foreign")) {
            throw new IllegalStateException("boom");
          }
          return "ok";
        });
    String options = "{\"attempts\":1e308,\"backoff\":{\"type\":\"exponential\",\"delay\":1e300}}";
    ended(written("name", "n", "data", "1", "opts", options), JobState.DELAYED);
  }

  @Test
  void aJobWithoutFields() {
    work((job, context) -> job.name());
    ended(written(), JobState.COMPLETED);
  }

  @Test
  void aKeyThatIsNoJob() {
    work((job, context) -> "ok");
    Keys keys = test.redis.keys("bull", test.name);
    test.redis.call(Command.of(Protocol.Command.SET, keys.of("foreign"), "text"));
    written();
    await().until(() -> test.admin.counts().get(JobState.ACTIVE) == 0);
  }

  @Test
  void fiftyMegabytesOfData() {
    work((job, context) -> job.data().length());
    String data = "\"" + "x".repeat(50_000_000) + "\"";
    String big = test.queue.add("big", data, JobOptions.builder().jobId("big").build());
    ended(big, JobState.COMPLETED);
    assertThat(test.admin.job(big).orElseThrow().returnValue()).isEqualTo("50000002");
    test.admin.remove(big);
  }

  @Test
  void fiftyMegabytesThatAreNoJson() {
    work((job, context) -> "ok");
    ended(written("name", "n", "data", "[".repeat(50_000_000), "opts", "{}"), JobState.FAILED);
    test.admin.remove("foreign");
  }
}

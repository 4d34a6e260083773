package asset2go.job;

import static org.assertj.core.api.Assertions.assertThat;

import asset2go.queue.JobState;
import asset2go.queue.NewJob;
import asset2go.queue.Queue;
import asset2go.queue.QueueAdmin;
import asset2go.queue.Redis;
import asset2go.queue.RedisConfig;
import asset2go.queue.UnrecoverableException;
import asset2go.queue.Worker;
import asset2go.queue.WorkerOptions;
import asset2go.redis.RedisServer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class JobsCommandTest {

  private final RedisServer server = RedisServer.start();
  private final Redis redis = Redis.connect(RedisConfig.of("127.0.0.1", server.port()));
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final JobsCommand command =
      new JobsCommand("inventory", redis, new PrintStream(said, true, StandardCharsets.UTF_8));

  @AfterEach
  void stop() {
    redis.close();
    server.close();
  }

  @Test
  void countsBothQueuesAndSaysWhatIsPausedAndThatNobodyWorks() {
    new Queue(redis, "inventory").add(List.of(new NewJob("mail", "{}"), new NewJob("mail", "{}")));
    new QueueAdmin(redis, "inventory-bulk").pause();
    assertThat(command.run(List.of())).isZero();
    assertThat(said())
        .contains("inventory\n", "waiting 2", "the oldest has waited for", "no worker is there")
        .contains("inventory-bulk  (paused: nothing is taken)");
  }

  @Test
  void tellsWhatFailedAndHasItTriedAgain() {
    String id = new Queue(redis, "inventory").add("mail", "{}");
    fail("inventory");
    assertThat(command.run(List.of("failed"))).isZero();
    assertThat(said()).contains("inventory  " + id + "  mail  ", "no such mailbox");

    assertThat(command.run(List.of("retry", id))).isZero();
    assertThat(new QueueAdmin(redis, "inventory").state(id)).isEqualTo(JobState.WAITING);
    assertThat(command.run(List.of("retry", id))).isEqualTo(1);
    assertThat(said()).contains("There is no failed job " + id);

    fail("inventory");
    assertThat(command.run(List.of("retry", "all"))).isZero();
    assertThat(said()).contains("1 failed job(s) are tried again.");
    assertThat(new QueueAdmin(redis, "inventory").state(id)).isEqualTo(JobState.WAITING);
  }

  @Test
  void whatItDoesNotUnderstandIsAnsweredWithItsUse() {
    assertThat(command.run(List.of("retry"))).isEqualTo(2);
    assertThat(command.run(List.of("explode"))).isEqualTo(2);
    assertThat(said()).contains("usage: jobs");
  }

  private void fail(String queue) {
    try (var threads = Executors.newCachedThreadPool();
        Worker worker =
            new Worker(
                redis,
                queue,
                (job, context) -> {
                  throw new UnrecoverableException("no such mailbox");
                },
                WorkerOptions.builder().build(),
                threads)) {
      worker.start();
      Awaitility.await()
          .until(() -> new QueueAdmin(redis, queue).counts().get(JobState.FAILED) == 1);
    }
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }
}

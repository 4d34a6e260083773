package asset2go.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Workers in processes of their own, killed, crashed and stopped in the middle of a job. */
class LostWorkerTest {
  @RegisterExtension final QueueFixture test = new QueueFixture();

  private Process echo(String name) throws IOException {
    Process process =
        new ProcessBuilder(
                List.of(
                    ProcessHandle.current().info().command().orElse("java"),
                    "-cp",
                    System.getProperty("java.class.path"),
                    EchoWorker.class.getName(),
                    "--redis",
                    "127.0.0.1:" + test.port(),
                    "--queue",
                    test.name,
                    "--name",
                    name,
                    "--lock",
                    "500",
                    "--stalled",
                    "300"))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(new BufferedReader(process.inputReader()).readLine()).isEqualTo("ready");
    return process;
  }

  private WorkerOptions.Builder quick() {
    return WorkerOptions.builder()
        .lock(Duration.ofMillis(500))
        .stalledInterval(Duration.ofMillis(300))
        .drainDelay(Duration.ofMillis(200));
  }

  private void takenBy(String id, String worker) {
    await()
        .until(
            () ->
                test.admin.state(id) == JobState.ACTIVE
                    && worker.equals(test.admin.job(id).orElseThrow().processedBy()));
  }

  private Job done(String id) {
    await().until(() -> test.admin.state(id) == JobState.COMPLETED);
    return test.admin.job(id).orElseThrow();
  }

  @Test
  void aKilledWorkersJobIsDoneByAnother() throws IOException {
    Process victim = echo("victim");
    String id = test.queue.add("sleep", "{\"ms\":60000}");
    takenBy(id, "victim");
    victim.destroyForcibly();
    test.worker(quick(), (job, context) -> "heir");
    Job job = done(id);
    assertThat(job.returnValue()).isEqualTo("\"heir\"");
    assertThat(job.stalledCount()).isEqualTo(1);
  }

  @Test
  void aJobThatTakesItsProcessAlongRunsElsewhereOnceMoreAndNotForEver() throws Exception {
    String id = test.queue.add("crash", "1");
    for (int i = 0; i < 2; i++) {
      assertThat(echo("victim").waitFor(20, TimeUnit.SECONDS)).isTrue();
    }
    AtomicInteger runs = new AtomicInteger();
    test.worker(quick(), (job, context) -> runs.incrementAndGet());
    await().until(() -> test.admin.state(id) == JobState.FAILED);
    assertThat(runs).hasValue(0);
  }

  @Test
  void aWorkerStoppedPastItsLockDoesNotEndTheJobThatAnotherHasTaken() throws Exception {
    Process frozen = echo("frozen");
    try {
      String id = test.queue.add("sleep", "{\"ms\":1500}");
      takenBy(id, "frozen");
      new ProcessBuilder("kill", "-STOP", "" + frozen.pid()).start().waitFor();
      test.worker(quick(), (job, context) -> "heir");
      Job job = done(id);
      assertThat(job.returnValue()).isEqualTo("\"heir\"");
      new ProcessBuilder("kill", "-CONT", "" + frozen.pid()).start().waitFor();
      String next = test.queue.add("echo", "2");
      done(next);
      assertThat(test.admin.job(id).orElseThrow().returnValue()).isEqualTo("\"heir\"");
      assertThat(test.admin.job(id).orElseThrow().attemptsMade()).isEqualTo(1);
      assertThat(frozen.isAlive()).isTrue();
    } finally {
      frozen.destroyForcibly();
    }
  }

  @Test
  void aWorkerWhoseInputEndsClosesInGoodOrder() throws Exception {
    Process echo = echo("tidy");
    String id = test.queue.add("sleep", "{\"ms\":500}");
    takenBy(id, "tidy");
    echo.getOutputStream().close();
    assertThat(echo.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(echo.exitValue()).isZero();
    assertThat(test.admin.state(id)).isEqualTo(JobState.COMPLETED);
  }
}

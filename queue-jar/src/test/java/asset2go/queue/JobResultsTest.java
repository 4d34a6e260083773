package asset2go.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JobResultsTest {
  @RegisterExtension final QueueFixture test = new QueueFixture();
  private ExecutorService threads;
  private JobResults results;

  @BeforeEach
  void begin() {
    threads = Executors.newCachedThreadPool();
    results = new JobResults(test.redis, test.name, threads).start();
  }

  @AfterEach
  void end() {
    results.close();
    threads.close();
  }

  @Test
  void whatAJobReturnsIsWaitedFor() {
    String first = test.queue.add("echo", "{\"a\":1}");
    CompletableFuture<RawJson> one = results.of(first);
    CompletableFuture<RawJson> another = results.of(first);
    assertThat(one).isNotDone();
    test.worker(EchoWorker::process);
    assertThat(one.join().text()).isEqualTo("{\"a\":1}");
    assertThat(another.join().text()).isEqualTo("{\"a\":1}");
    assertThat(results.of(first).join().text()).isEqualTo("{\"a\":1}");
  }

  @Test
  void aFailureIsTold() {
    String id = test.queue.add("boom", "1");
    CompletableFuture<RawJson> result = results.of(id);
    test.worker(EchoWorker::process);
    assertThatThrownBy(result::join)
        .isInstanceOf(CompletionException.class)
        .cause()
        .isInstanceOf(JobFailedException.class)
        .hasMessage("boom");
    assertThatThrownBy(() -> results.of(id).join()).hasRootCauseMessage("boom");
  }

  @Test
  void onlyTheLastTryIsTold() {
    String id = test.queue.add("flaky", "1", JobOptions.builder().attempts(3).build());
    CompletableFuture<RawJson> result = results.of(id);
    test.worker(EchoWorker::process);
    assertThat(result.join().text()).isEqualTo("\"third time\"");
  }

  @Test
  void aJobThatIsRemovedWhenItEndsIsTold() {
    String id =
        test.queue.add("echo", "1", JobOptions.builder().removeOnComplete(Keep.NONE).build());
    CompletableFuture<RawJson> result = results.of(id);
    test.worker(EchoWorker::process);
    assertThat(result.join().text()).isEqualTo("1");
    assertThatThrownBy(() -> results.of(id)).isInstanceOf(JobException.class);
  }

  @Test
  void whoWaitsAtTheEndIsTold() {
    CompletableFuture<RawJson> result = results.of(test.queue.add("echo", "1"));
    results.close();
    assertThatThrownBy(result::join).hasRootCauseMessage("closed");
  }
}

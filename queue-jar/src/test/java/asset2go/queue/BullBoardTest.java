package asset2go.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What people see and do in Bull Board, at a queue that Java alone has filled and worked at. */
class BullBoardTest {
  @RegisterExtension final QueueFixture test = new QueueFixture();

  private final HttpClient http = HttpClient.newHttpClient();
  private Node board;
  private String address;

  @BeforeEach
  void open() {
    board = new Node("board.mjs", test.port(), test.name);
    address = "http://127.0.0.1:" + board.line() + "/api/";
    test.worker(WorkerOptions.builder().name("java board").metricsMinutes(5), EchoWorker::process);
  }

  @AfterEach
  void close() {
    board.close();
  }

  private Map<String, Object> get(String path) {
    return send("GET", path);
  }

  private Map<String, Object> put(String path) {
    return send("PUT", path);
  }

  private Map<String, Object> send(String method, String path) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + path))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build();
    try {
      HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(response.statusCode()).as(response.body()).isBetween(200, 299);
      return Json.fields(response.body());
    } catch (IOException | InterruptedException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private Map<?, ?> queue() {
    Map<String, Object> answer = get("queues?activeQueue=" + test.name + "&status=failed&page=1");
    return (Map<?, ?>) ((List<?>) answer.get("queues")).getFirst();
  }

  private Object count(String state) {
    return ((Map<?, ?>) queue().get("counts")).get(state);
  }

  private Map<?, ?> job(String id) {
    return (Map<?, ?>) get("queues/" + test.name + "/" + id).get("job");
  }

  private String ended(String id, JobState state) {
    await().until(() -> test.admin.state(id) == state);
    return id;
  }

  @Test
  void countsDetailsLogsWorkersAndSchedulersAreThere() throws IOException {
    String echo = ended(test.queue.add("echo", "{\"a\":1}"), JobState.COMPLETED);
    String boom = ended(test.queue.add("boom", "2"), JobState.FAILED);
    String log = ended(test.queue.add("log", "3"), JobState.COMPLETED);
    test.queue.add("later", "4", JobOptions.builder().delay(Duration.ofHours(1)).build());
    new Schedulers(test.redis, test.name)
        .upsert("nightly", Schedule.cron("0 3 * * *", ZoneId.of("UTC")), new NewJob("echo", "5"));

    assertThat(count("completed")).isEqualTo(2L);
    assertThat(count("failed")).isEqualTo(1L);
    assertThat(count("delayed")).isEqualTo(2L);
    assertThat(((List<?>) queue().get("jobs"))).hasSize(1);
    assertThat(job(echo).get("returnValue")).isEqualTo(Map.of("a", 1L));
    assertThat(job(boom).get("failedReason")).isEqualTo("boom");
    assertThat(String.valueOf(job(boom).get("stacktrace"))).contains("IllegalStateException");
    assertThat(job(log).get("progress")).isEqualTo(42L);
    assertThat(text("queues/" + test.name + "/" + log + "/logs")).contains("first row");
    assertThat(text("queues/" + test.name + "/workers")).contains("java_board");
    assertThat(text("job-schedulers")).contains("nightly").contains("0 3 * * *");
    assertThat(text("queues/" + test.name + "/metrics")).contains("completed");
  }

  private String text(String path) throws IOException {
    try {
      return http.send(
              HttpRequest.newBuilder(URI.create(address + path)).build(),
              HttpResponse.BodyHandlers.ofString())
          .body();
    } catch (InterruptedException stop) {
      throw new IllegalStateException(stop);
    }
  }

  @Test
  void jobsAreRetriedPromotedAndRemoved() {
    String boom = ended(test.queue.add("boom", "1"), JobState.FAILED);
    put("queues/" + test.name + "/" + boom + "/retry");
    await().until(() -> test.admin.job(boom).orElseThrow().attemptsMade() == 2);
    ended(boom, JobState.FAILED);
    put("queues/" + test.name + "/retry/failed");
    await().until(() -> test.admin.job(boom).orElseThrow().attemptsMade() == 3);

    JobOptions later = JobOptions.builder().delay(Duration.ofHours(1)).build();
    String delayed = test.queue.add("echo", "1", later);
    put("queues/" + test.name + "/" + delayed + "/promote");
    ended(delayed, JobState.COMPLETED);
    String other = test.queue.add("echo", "1", later);
    put("queues/" + test.name + "/promote");
    ended(other, JobState.COMPLETED);

    put("queues/" + test.name + "/" + delayed + "/clean");
    assertThat(test.admin.job(delayed)).isEmpty();
  }

  @Test
  void aQueueIsPausedResumedAndCleaned() {
    put("queues/" + test.name + "/pause");
    assertThat(test.admin.isPaused()).isTrue();
    put("queues/" + test.name + "/resume");
    ended(test.queue.add("echo", "1"), JobState.COMPLETED);
    // It cleans what is older than five seconds.
    await()
        .pollInterval(Duration.ofSeconds(1))
        .until(
            () -> {
              put("queues/" + test.name + "/clean/completed");
              return test.admin.counts().get(JobState.COMPLETED) == 0;
            });
  }
}

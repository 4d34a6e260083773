package asset2go.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real Node workers do what our producer asks for. */
class NodeWorkerTest {
  @RegisterExtension final QueueFixture test = new QueueFixture();

  private Job ended(String id, JobState state) {
    await().until(() -> test.admin.state(id) == state);
    return test.admin.job(id).orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(strings = {"bullmq", "bullmq5"})
  void everyKindOfJobIsDone(String version) {
    try (Node node = new Node("worker.mjs", version, test.port(), test.name)) {
      assertThat(node.line()).isEqualTo("ready");
      String echo = test.queue.add("echo", "{\"a\":[\"ä\",1.5,null]}");
      String late =
          test.queue.add("echo", "1", JobOptions.builder().delay(Duration.ofMillis(200)).build());
      String urgent =
          test.queue.add(
              "echo", "2", JobOptions.builder().priority(5).jobId("mine-" + version).build());
      String boom = test.queue.add("boom", "{}");
      String flaky =
          test.queue.add(
              "flaky",
              "{}",
              JobOptions.builder()
                  .attempts(3)
                  .backoff(Backoff.exponential(Duration.ofMillis(10)).withJitter(0.5))
                  .build());
      String log = test.queue.add("log", "{}", JobOptions.builder().keepLogs(5).build());
      String gone =
          test.queue.add("echo", "1", JobOptions.builder().removeOnComplete(Keep.NONE).build());
      List<String> many =
          test.queue.add(
              IntStream.range(0, 500).mapToObj(i -> new NewJob("echo", "" + i)).toList());

      assertThat(ended(echo, JobState.COMPLETED).returnValue())
          .isEqualTo("{\"a\":[\"ä\",1.5,null]}");
      assertThat(ended(echo, JobState.COMPLETED).processedBy()).isEqualTo("node");
      assertThat(ended(late, JobState.COMPLETED).returnValue()).isEqualTo("1");
      assertThat(ended(urgent, JobState.COMPLETED).returnValue()).isEqualTo("2");
      assertThat(ended(boom, JobState.FAILED).failedReason()).isEqualTo("boom");
      assertThat(ended(flaky, JobState.COMPLETED).returnValue()).isEqualTo("\"third time\"");
      assertThat(ended(log, JobState.COMPLETED).progress()).isEqualTo("42");
      assertThat(test.admin.logs(log)).containsExactly("first row");
      await().until(() -> test.admin.job(gone).isEmpty());
      await().until(() -> many.stream().allMatch(id -> test.admin.state(id) == JobState.COMPLETED));
      assertThat(test.admin.counts()).containsEntry(JobState.ACTIVE, 0L);

      Schedulers schedulers = new Schedulers(test.redis, test.name);
      for (Schedule schedule :
          List.of(
              Schedule.every(Duration.ofMillis(150)),
              Schedule.cron("* * * * * *", ZoneId.of("Europe/Berlin")))) {
        schedulers.upsert("tick", schedule, new NewJob("echo", "7"));
        await().until(() -> schedulers.get("tick").orElseThrow().made() >= 3);
        assertThat(schedulers.remove("tick")).isTrue();
      }

      FlowNode child = FlowNode.of(test.name, new NewJob("echo", "1"));
      String parent =
          new Flows(test.redis)
              .add(FlowNode.of(test.name, new NewJob("echo", "\"parent\""), child, child));
      assertThat(ended(parent, JobState.COMPLETED).returnValue()).isEqualTo("\"parent\"");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"bullmq", "bullmq5"})
  void aChildsFailureDoesToItsParentWhatWeAskedFor(String version) {
    try (Node node = new Node("worker.mjs", version, test.port(), test.name)) {
      assertThat(node.line()).isEqualTo("ready");
      for (OnFailure choice : OnFailure.values()) {
        JobOptions options = JobOptions.builder().onFailure(choice).build();
        FlowNode boom = FlowNode.of(test.name, new NewJob("boom", "1", options));
        String parent =
            new Flows(test.redis).add(FlowNode.of(test.name, new NewJob("failures", "1"), boom));
        switch (choice) {
          case WAIT -> {
            await().until(() -> test.admin.counts().get(JobState.FAILED) == 1);
            ended(parent, JobState.WAITING_CHILDREN);
          }
          case FAIL_PARENT ->
              assertThat(ended(parent, JobState.FAILED).failedReason()).contains("failed");
          case IGNORE, CONTINUE_PARENT ->
              assertThat(ended(parent, JobState.COMPLETED).returnValue()).isEqualTo("[\"boom\"]");
          case FORGET ->
              assertThat(ended(parent, JobState.COMPLETED).returnValue()).isEqualTo("[]");
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"bullmq", "bullmq5"})
  void parentsOfOneSideAwaitChildrenOfTheOther(String version) {
    String nodes = test.name;
    String ours = test.name + "-java";
    Queue queue = new Queue(test.redis, ours);
    QueueAdmin admin = new QueueAdmin(test.redis, ours);
    try (Node node = new Node("worker.mjs", version, test.port(), nodes);
        ExecutorService threads = Executors.newCachedThreadPool();
        Worker worker =
            new Worker(
                test.redis,
                ours,
                (job, context) -> {
                  if (!job.name().equals("parent")) {
                    return EchoWorker.process(job, context);
                  }
                  JobOptions own = JobOptions.builder().jobId(job.id() + "-child").build();
                  context.addChild(nodes, new NewJob("echo", "\"from Node\"", own));
                  context.awaitChildren();
                  return List.copyOf(context.childrenValues().values());
                },
                WorkerOptions.DEFAULT,
                threads)) {
      worker.start();
      assertThat(node.line()).isEqualTo("ready");
      String javaParent = queue.add("parent", "1");
      String nodeParent = test.queue.add("parent", "{\"queue\":\"" + ours + "\"}");
      await().until(() -> admin.state(javaParent) == JobState.COMPLETED);
      assertThat(admin.job(javaParent).orElseThrow().returnValue())
          .isEqualTo("[\"\\\"from Node\\\"\"]");
      assertThat(ended(nodeParent, JobState.COMPLETED).returnValue()).isEqualTo("[\"from Java\"]");
    }
  }
}

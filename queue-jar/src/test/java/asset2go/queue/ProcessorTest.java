package asset2go.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ProcessorTest {
  @RegisterExtension final QueueFixture test = new QueueFixture();

  private Job ended(String id, JobState state) {
    await().until(() -> test.admin.state(id) == state);
    return test.admin.job(id).orElseThrow();
  }

  @Test
  void eachNameHasItsProcessor() {
    test.worker(
        Processor.byName(
            Map.of("mail", (job, context) -> "sent", "import", (job, context) -> "read")));
    String mail = test.queue.add("mail", "1");
    String rows = test.queue.add("import", "1");
    assertThat(ended(mail, JobState.COMPLETED).returnValue()).isEqualTo("\"sent\"");
    assertThat(ended(rows, JobState.COMPLETED).returnValue()).isEqualTo("\"read\"");
  }

  @Test
  void aJobThatNobodyCanDoFailsAtOnceAndSaysWhatIsKnown() {
    test.worker(
        Processor.byName(
            Map.of("mail", (job, context) -> "sent", "import", (job, context) -> "read")));
    String odd = test.queue.add("mial", "1", JobOptions.builder().attempts(5).build());
    Job job = ended(odd, JobState.FAILED);
    assertThat(job.failedReason())
        .isEqualTo("No processor for jobs named \"mial\", only for import, mail");
    assertThat(job.attemptsMade()).isOne();
  }

  @Test
  void anotherProcessorMayTakeTheRest() {
    test.worker(
        Processor.byName(
            Map.of("mail", (job, context) -> "sent"), (job, context) -> "what is " + job.name()));
    String odd = test.queue.add("mial", "1");
    assertThat(ended(odd, JobState.COMPLETED).returnValue()).isEqualTo("\"what is mial\"");
  }
}

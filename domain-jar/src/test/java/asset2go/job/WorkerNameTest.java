package asset2go.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WorkerNameTest {

  @Test
  void ourNamesTellProcessHostAndConcurrency() {
    String name = WorkerName.of("4711@worker-1.example", 8);
    assertThat(name).isEqualTo("asset2go-4711@worker-1.example/8");
    assertThat(WorkerName.parse(name))
        .isEqualTo(new WorkerName("asset2go-4711", "worker-1.example", 8));
  }

  @Test
  void namesOfOthersTellNothing() {
    assertThat(WorkerName.parse("")).isNull();
    assertThat(WorkerName.parse("node-worker@host/8")).isNull();
    assertThat(WorkerName.parse("asset2go-4711@host")).isNull();
  }
}

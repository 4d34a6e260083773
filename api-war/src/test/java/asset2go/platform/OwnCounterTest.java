package asset2go.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OwnCounterTest {

  private final OwnCounter counter = new OwnCounter();

  @Test
  void countsEachKeyForItself() {
    assertThat(counter.increment("a", 1)).isEqualTo(1);
    assertThat(counter.increment("a", 1)).isEqualTo(2);
    assertThat(counter.increment("b", 1)).isEqualTo(1);
  }

  @Test
  void aNewWindowBeginsAtOne() {
    counter.increment("a", 1);
    assertThat(counter.increment("a", 2)).isEqualTo(1);
  }
}

package asset2go.importing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class KnownTest {

  @Test
  void knowsWhatItWasToldAndNothingElse() {
    Known known = new Known();
    for (int i = 0; i < 20_000; i++) {
      known.add("A-" + i);
    }
    for (int i = 0; i < 20_000; i++) {
      assertThat(known.has("A-" + i)).isTrue();
      assertThat(known.has("B-" + i)).isFalse();
    }
  }
}

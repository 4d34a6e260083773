package asset2go.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0 ms",
    "999, 999 ms",
    "1000, 1 s",
    "1540, 1.5 s",
    "42000, 42 s",
    "90000, 1.5 min",
    "5400000, 1.5 h",
    "259200000, 3 d"
  })
  void aLengthOfTimeIsInTheUnitThatSuitsIt(long millis, String text) {
    assertThat(Figures.duration(Locale.ENGLISH, millis).replace('\u00a0', ' ')).isEqualTo(text);
  }
}

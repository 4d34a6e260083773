package asset2go.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class FreshSecretsTest {

  private static Map<String, String> make() throws Exception {
    var out = new ByteArrayOutputStream();
    var before = System.out;
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    try {
      FreshSecrets.main(new String[0]);
    } finally {
      System.setOut(before);
    }
    return DotEnv.parse(out.toString(StandardCharsets.UTF_8), name -> Optional.empty());
  }

  @Test
  void whatIsMadeIsGoodEnoughForSettingsAndNeverTheSame() throws Exception {
    var first = make();
    assertThat(first).hasSize(9).allSatisfy((name, value) -> Variable.valueOf(name).read(value));
    assertThat(first.get("NEXT_PUBLIC_VAPID_PUBLIC_KEY")).isEqualTo(first.get("VAPID_PUBLIC_KEY"));

    var second = new HashMap<>(make());
    second.keySet().removeIf(name -> !second.get(name).equals(first.get(name)));
    assertThat(second).isEmpty();
  }
}

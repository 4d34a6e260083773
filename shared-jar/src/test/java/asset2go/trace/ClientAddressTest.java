package asset2go.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClientAddressTest {

  private final ClientAddress addresses = new ClientAddress(List.of("10.0.0.0/8", "::1"));

  @Test
  void aStrangerSpeaksOnlyForItself() {
    assertThat(addresses.of("203.0.113.7", "198.51.100.1")).isEqualTo("203.0.113.7");
  }

  @Test
  void aTrustedProxySpeaksForItsClient() {
    assertThat(addresses.of("10.1.2.3", "198.51.100.1")).isEqualTo("198.51.100.1");
    assertThat(addresses.of("::1", "2001:db8::1")).isEqualTo("2001:db8::1");
  }

  @Test
  void whatTheClientItselfClaimsDoesNotCount() {
    assertThat(addresses.of("10.1.2.3", "1.1.1.1, 198.51.100.1, 10.9.9.9"))
        .isEqualTo("198.51.100.1");
  }

  @Test
  void withoutTheHeaderThePeerIsTheClient() {
    assertThat(addresses.of("10.1.2.3", null)).isEqualTo("10.1.2.3");
  }

  @Test
  void aNameIsNeverLookedUp() {
    assertThat(addresses.of("10.1.2.3", "evil.example")).isEqualTo("evil.example");
  }
}

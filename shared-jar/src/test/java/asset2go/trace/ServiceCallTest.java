package asset2go.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ServiceCallTest {

  private static final Clock NOW = Clock.fixed(Instant.ofEpochSecond(1_000_000), ZoneOffset.UTC);
  private final ServiceCall calls = new ServiceCall("a shared secret of enough bytes", NOW);

  @Test
  void whoHasTheSecretIsBelieved() {
    assertThat(calls.address(calls.header("2001:db8::1"))).contains("2001:db8::1");
  }

  @Test
  void aCallThatIsPassedOnIsNoneThatWasCounted() {
    String passedOn = calls.forwarded("1.2.3.4");
    assertThat(calls.forwardedAddress(passedOn)).contains("1.2.3.4");
    assertThat(calls.address(passedOn)).isEmpty();
    assertThat(calls.forwardedAddress(calls.header("1.2.3.4"))).isEmpty();
  }

  @Test
  void anotherSecretIsNot() {
    String header = new ServiceCall("another secret of enough bytes..", NOW).header("1.2.3.4");
    assertThat(calls.address(header)).isEmpty();
  }

  @Test
  void aChangedAddressIsNot() {
    assertThat(calls.address(calls.header("1.2.3.4").replace("1.2.3.4", "1.2.3.5"))).isEmpty();
  }

  @Test
  void anOldOneIsNot() {
    ServiceCall later =
        new ServiceCall(
            "a shared secret of enough bytes", Clock.offset(NOW, Duration.ofMinutes(2)));
    assertThat(later.address(calls.header("1.2.3.4"))).isEmpty();
  }

  @Test
  void nonsenseIsNot() {
    for (String nonsense : new String[] {null, "", ";", ";;", "a;b", "a;b;c"}) {
      assertThat(calls.address(nonsense)).isEmpty();
    }
  }
}

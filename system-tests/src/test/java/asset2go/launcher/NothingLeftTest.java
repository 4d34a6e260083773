package asset2go.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import asset2go.running.OneSystem;
import asset2go.running.Ports;
import asset2go.running.Programs;
import asset2go.running.RunningSystem;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The last one: it stops the system, and looks for what should have gone with it. */
@Order(Integer.MAX_VALUE)
final class NothingLeftTest {

  @Test
  void noProcessAndNoBusyPortIsLeft() {
    RunningSystem system = OneSystem.stop();
    assumeTrue(system != null, "no system was started in this run");
    assertThat(Programs.around(system.folder().getParent())).isEmpty();
    assertThat(system.ports()).noneMatch(Ports::taken);
    assertThat(ProcessHandle.current().descendants())
        .extracting(process -> process.info().commandLine().orElse(""))
        // Arquillian stops its server when the run is over.
        .allMatch(command -> command.endsWith(" bare"));
  }
}

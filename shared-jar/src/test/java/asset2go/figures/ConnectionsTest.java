package asset2go.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConnectionsTest {

  private static final String HEADER = "  sl  local_address rem_address   st tx_queue rx_queue\n";

  private @TempDir Path folder;

  @Test
  void thoseOfClientsThatAreOpen() throws IOException {
    Files.writeString(
        folder.resolve("tcp"),
        HEADER
            + "   0: 00000000:0DAC 00000000:0000 0A 00000000:00000000\n" // listens
            + "   1: 0100007F:0DAC 0100007F:9C40 01 00000000:00000000\n"
            + "   2: 0100007F:9C40 0100007F:0DAC 01 00000000:00000000\n" // the client's own end
            + "   3: 0100007F:0DAC 0100007F:9C41 06 00000000:00000000\n"); // closed
    Files.writeString(
        folder.resolve("tcp6"),
        HEADER
            + "   0: 0000000000000000FFFF00000100007F:0DAC 0000000000000000FFFF00000100007F:B0B0 01 0\n");
    assertThat(Connections.to(3500, folder)).isEqualTo(2);
    assertThat(Connections.to(3501, folder)).isZero();
  }

  @Test
  void elsewhereThanOnLinuxTheyAreNotANumber() {
    assertThat(Connections.to(3500, folder)).isNaN();
  }
}

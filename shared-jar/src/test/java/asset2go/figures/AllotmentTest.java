package asset2go.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AllotmentTest {

  private static final double MIB = 1024 * 1024;

  private @TempDir Path groups;
  private @TempDir Path processes;

  @Test
  void aContainerOfVersion2() throws IOException {
    put("memory.current", "402653184");
    put("memory.max", "536870912");
    put("memory.stat", "anon 1\ninactive_file 104857600\n");
    put("cpu.max", "150000 100000");
    assertThat(allotment().memoryUsed()).isEqualTo(284 * MIB);
    assertThat(allotment().memoryLimit()).isEqualTo(512 * MIB);
    assertThat(allotment().processors())
        .isEqualTo(Math.min(1.5, Runtime.getRuntime().availableProcessors()));
  }

  @Test
  void aContainerOfVersion1() throws IOException {
    put("memory/memory.usage_in_bytes", "402653184");
    put("memory/memory.limit_in_bytes", "536870912");
    put("memory/memory.stat", "inactive_file 1\ntotal_inactive_file 104857600\n");
    put("cpu/cpu.cfs_quota_us", "50000");
    put("cpu/cpu.cfs_period_us", "100000");
    assertThat(allotment().memoryUsed()).isEqualTo(284 * MIB);
    assertThat(allotment().memoryLimit()).isEqualTo(512 * MIB);
    assertThat(allotment().processors()).isEqualTo(0.5);
  }

  @Test
  void withoutLimitsTheMachine() throws IOException {
    put("memory/memory.usage_in_bytes", "402653184");
    put("memory/memory.limit_in_bytes", "9223372036854771712");
    put("cpu/cpu.cfs_quota_us", "-1");
    put("cpu/cpu.cfs_period_us", "100000");
    Files.createDirectories(processes.resolve("self"));
    Files.writeString(processes.resolve("self/status"), "Name:\tjava\nVmRSS:\t  409600 kB\n");
    Files.writeString(processes.resolve("meminfo"), "MemTotal:       16777216 kB\n");
    assertThat(allotment().memoryUsed()).isEqualTo(400 * MIB);
    assertThat(allotment().memoryLimit()).isEqualTo(16_384 * MIB);
    assertThat(allotment().processors()).isEqualTo(Runtime.getRuntime().availableProcessors());
  }

  @Test
  void whereNothingTellsNothingIsInvented() {
    assertThat(allotment().memoryUsed()).isNaN();
    assertThat(allotment().memoryLimit()).isNaN();
  }

  private void put(String name, String text) throws IOException {
    Path file = groups.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Allotment allotment() {
    return new Allotment(groups, processes);
  }
}

package asset2go.figures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The open connections to a port of this machine or container, as Linux tells them; elsewhere they
 * are not a number.
 */
final class Connections {

  /** Columns: number, own address and port, the other's, state; ports are hexadecimal. */
  private static final String ESTABLISHED = "01";

  private Connections() {}

  static double to(int port) {
    return to(port, Path.of("/proc/net"));
  }

  static double to(int port, Path folder) {
    if (!Files.isReadable(folder.resolve("tcp"))) {
      return Double.NaN;
    }
    return count(port, folder.resolve("tcp")) + count(port, folder.resolve("tcp6"));
  }

  private static long count(int port, Path table) {
    String suffix = ":%04X".formatted(port);
    try (Stream<String> lines = Files.lines(table)) {
      return lines.filter(line -> isOpen(line.strip().split("\\s+", 5), suffix)).count();
    } catch (IOException none) {
      return 0;
    }
  }

  private static boolean isOpen(String[] columns, String suffix) {
    return columns.length > 3 && columns[3].equals(ESTABLISHED) && columns[1].endsWith(suffix);
  }
}

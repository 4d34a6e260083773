package asset2go.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Other programs: starting them in an environment of their own, signals, finding what is left. */
public final class Programs {

  /** What a program needs of our own environment; no setting of ours may leak into a system. */
  private static final List<String> PASSED_ON =
      List.of("PATH", "HOME", "USER", "LANG", "LC_ALL", "TMPDIR", "TERM", "MAVEN_HOME", "M2_HOME");

  private Programs() {}

  /** A program with just these variables, its output kept in a file. */
  public static ProcessBuilder prepare(
      List<String> command, Map<String, String> variables, Path output) {
    ProcessBuilder program = new ProcessBuilder(command);
    program.directory(Place.root().toFile());
    Map<String, String> environment = program.environment();
    environment.keySet().retainAll(PASSED_ON);
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.putAll(variables);
    program.redirectErrorStream(true);
    program.redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
    return program;
  }

  /** Waits for the end of a program and says its exit status. */
  static int await(Process program, int seconds) {
    try {
      if (program.waitFor(seconds, TimeUnit.SECONDS)) {
        return program.exitValue();
      }
      program.destroyForcibly();
      throw new IllegalStateException("Not done after " + seconds + " s: " + program.info());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      program.destroyForcibly();
      throw new IllegalStateException("Interrupted", e);
    }
  }

  /** Sends a signal, such as KILL, STOP or CONT. */
  static void signal(String name, long pid) {
    try {
      int status =
          new ProcessBuilder("kill", "-" + name, Long.toString(pid)).inheritIO().start().waitFor();
      if (status != 0) {
        throw new IllegalStateException("kill -" + name + " " + pid + " failed");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /**
   * The processes whose environment or command line names this folder: all that was ever started
   * for a system that keeps its data there, whoever their parent is by now.
   */
  public static List<String> around(Path folder) {
    try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
      return all.filter(process -> process.pid() != ProcessHandle.current().pid())
          .filter(process -> mentions(process, folder.toString()))
          .map(process -> process.pid() + " " + process.info().commandLine().orElse("?"))
          .toList();
    }
  }

  private static boolean mentions(ProcessHandle process, String folder) {
    if (process.info().commandLine().orElse("").contains(folder)) {
      return true;
    }
    Path environment = Path.of("/proc", Long.toString(process.pid()), "environ");
    try {
      return Files.isReadable(environment) && Files.readString(environment).contains(folder);
    } catch (IOException goneOrNotOurs) {
      return false;
    }
  }
}

package asset2go.reload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The modules of one role, in the order in which they need each other. What is built and what is
 * saved are compared by content, so that a file whose compilation failed is looked at again with
 * the next one saved, and what was saved while the container was down is made up for.
 */
final class Workshop {
  private final Path root;
  private final List<Module> modules;
  private final Compiler compiler;

  private Workshop(Path root, List<Module> modules, List<Path> libraries) {
    this.root = root;
    this.modules = modules;
    this.compiler = new Compiler(root, libraries);
  }

  static Workshop of(Map<String, String> settings) throws IOException {
    var root = Path.of(settings.get("RELOAD_ROOT"));
    var modules =
        Arrays.stream(settings.get("RELOAD_MODULES").split(" "))
            .map(root::resolve)
            .map(Module::new)
            .toList();
    return new Workshop(root, modules, jars(settings.get("RELOAD_LIBRARIES").split(":")));
  }

  private static List<Path> jars(String... folders) throws IOException {
    try (var all = Arrays.stream(folders).map(Path::of).flatMap(Workshop::list)) {
      return all.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }

  private static Stream<Path> list(Path folder) {
    try {
      return Files.exists(folder) ? Files.list(folder) : Stream.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Module> modules() {
    return modules;
  }

  void record() throws IOException {
    for (var module : modules) {
      module.record();
    }
  }

  /** Takes over what was saved: all of it, or nothing where something does not compile. */
  Outcome catchUp() throws IOException {
    var batch = new Batch(modules, compiler, Files.createTempDirectory("reload"));
    try {
      return batch.take();
    } finally {
      delete(batch.staging());
    }
  }

  /** The first compilation takes seconds. It had better not be one that somebody waits for. */
  void warmUp() {
    var own = Thread.currentThread();
    own.setPriority(Thread.MIN_PRIORITY);
    try {
      var staging = Files.createTempDirectory("reload");
      var classes = modules.stream().map(Module::classes).toList();
      for (var module : modules) {
        var some = module.java().stream().sorted(Comparator.comparing(Workshop::size)).toList();
        compiler.compile(some.subList(some.size() / 2, some.size() / 2 + 3), classes, staging);
      }
      delete(staging);
    } catch (IOException | RuntimeException e) {
      Reload.say("The compiler could not be tried: " + e);
    } finally {
      own.setPriority(Thread.NORM_PRIORITY);
    }
  }

  private static long size(Path file) {
    return file.toFile().length();
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (var file : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Override
  public String toString() {
    return String.join(", ", modules.stream().map(Module::name).toList()) + " in " + root;
  }
}

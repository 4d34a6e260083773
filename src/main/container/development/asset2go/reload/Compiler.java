package asset2go.reload;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * The JDK's compiler, which stays in memory: from its second use on it needs a tenth of the time.
 */
final class Compiler {
  private static final List<String> OPTIONS =
      List.of("--release", "21", "-g", "-parameters", "-proc:none", "-nowarn", "-implicit:none");
  private static final int MOST_ERRORS = 20;

  private final javax.tools.JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
  private final Path root;
  private final List<Path> libraries;

  Compiler(Path root, List<Path> libraries) {
    this.root = root;
    this.libraries = libraries;
  }

  /** Compiles into a folder; what is wrong, a line each, or nothing. */
  List<String> compile(Collection<Path> sources, Collection<Path> classes, Path to)
      throws IOException {
    Files.createDirectories(to);
    var found = new DiagnosticCollector<JavaFileObject>();
    try (var files = javac.getStandardFileManager(found, Locale.ENGLISH, UTF_8)) {
      var path = new ArrayList<>(classes);
      path.addAll(libraries);
      files.setLocationFromPaths(StandardLocation.CLASS_PATH, path);
      files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(to));
      var task =
          javac.getTask(
              null, files, found, OPTIONS, null, files.getJavaFileObjectsFromPaths(sources));
      if (task.call()) {
        return List.of();
      }
    }
    var errors =
        found.getDiagnostics().stream()
            .filter(error -> error.getKind() == Diagnostic.Kind.ERROR)
            .map(this::line)
            .limit(MOST_ERRORS)
            .toList();
    return errors.isEmpty() ? List.of("the compiler gave up without a word") : errors;
  }

  private String line(Diagnostic<? extends JavaFileObject> error) {
    var words = error.getMessage(Locale.ENGLISH).replace("\n", "\n    ");
    return error.getSource() == null
        ? words
        : root.relativize(Path.of(error.getSource().getName()))
            + ":"
            + error.getLineNumber()
            + ": "
            + words;
  }
}

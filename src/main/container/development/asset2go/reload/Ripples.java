package asset2go.reload;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/** Which sources must be compiled once more because of what others can see of those that were. */
final class Ripples {
  private final Set<String> different = new TreeSet<>();
  private boolean everything;

  /** Whether only compiling everything will do. */
  boolean reachEverything() {
    return everything;
  }

  void everything() {
    everything = true;
  }

  /** Compares what was compiled into a folder with the classes so far. */
  void note(Module module, Path to) throws IOException {
    for (var type : Module.classes(to)) {
      var old = module.classes().resolve(to.relativize(type));
      if (Files.exists(old)) {
        var before = Shape.of(Files.readAllBytes(old));
        var after = Shape.of(Files.readAllBytes(type));
        everything |= !before.constants().equals(after.constants());
        if (!before.isLike(after)) {
          different.add(after.name());
        }
      }
    }
  }

  /** The sources of a module whose classes name a different one, or one that inherits from it. */
  Set<Path> reached(Module module) throws IOException {
    var reached = new TreeSet<Path>();
    int known;
    do {
      known = different.size();
      for (var type : different.isEmpty() ? Set.<Path>of() : Module.classes(module.classes())) {
        var bytes = Files.readAllBytes(type);
        var words = new String(bytes, ISO_8859_1);
        if (different.stream().anyMatch(words::contains)) {
          var shape = Shape.of(bytes);
          if (shape.inheritsFrom(different::contains)) {
            different.add(shape.name());
          }
          var source = module.source(module.classes().relativize(type));
          if (Files.exists(source)) {
            reached.add(source);
          }
        }
      }
    } while (different.size() > known);
    return reached;
  }
}

package asset2go.reload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What was saved together. Changed sources are compiled, and those that see a difference in them.
 * Classes are made aside, and take the place of the old ones when all are there.
 */
final class Batch {
  private final List<Module> modules;
  private final Compiler compiler;
  private final Path staging;

  private final Map<Module, Map<String, String>> saved = new LinkedHashMap<>();
  private final Map<Module, Map<String, String>> changed = new LinkedHashMap<>();
  private final Map<Module, Set<Path>> compiled = new LinkedHashMap<>();

  Batch(List<Module> modules, Compiler compiler, Path staging) {
    this.modules = modules;
    this.compiler = compiler;
    this.staging = staging;
  }

  Path staging() {
    return staging;
  }

  Outcome take() throws IOException {
    for (var module : modules) {
      compare(module);
    }
    if (changed.values().stream().allMatch(Map::isEmpty)) {
      return new Outcome(List.of(), "");
    }
    var errors = compile();
    if (!errors.isEmpty()) {
      return new Outcome(
          List.of(),
          "Not compiled; what ran before goes on running.\n  " + String.join("\n  ", errors));
    }
    var touched = new ArrayList<Path>();
    for (var module : modules) {
      touched.addAll(install(module));
      module.built(saved.get(module));
    }
    return new Outcome(touched, words());
  }

  private void compare(Module module) throws IOException {
    var built = module.built();
    var now = module.digests();
    // A folder that cannot be read is no order to delete everything.
    now = now.isEmpty() ? new TreeMap<>(built) : now;
    var different = new TreeMap<String, String>();
    var names = new TreeSet<>(now.keySet());
    names.addAll(built.keySet());
    for (var name : names) {
      if (Module.OF_THE_BUILD.equals(built.get(name))) {
        now.put(name, Module.OF_THE_BUILD);
      } else if (!now.getOrDefault(name, "").equals(built.getOrDefault(name, ""))) {
        different.put(name, now.getOrDefault(name, ""));
      }
    }
    saved.put(module, now);
    changed.put(module, different);
  }

  private List<String> compile() throws IOException {
    var ripples = new Ripples();
    var before = new ArrayList<Path>();
    for (var module : modules) {
      var to = staging.resolve(module.name());
      if (changed.get(module).entrySet().stream().anyMatch(Batch::isDeletedSource)) {
        ripples.everything();
      }
      var done = Set.<Path>of();
      var sources = sources(module, ripples);
      while (sources.size() > done.size()) {
        var all = ripples.reachEverything();
        var errors = compiler.compile(sources, path(before, all ? null : module), to);
        if (!errors.isEmpty()) {
          return errors;
        }
        done = sources;
        if (!all) {
          ripples.note(module, to);
          sources = new TreeSet<>(sources(module, ripples));
          sources.addAll(done);
        }
      }
      compiled.put(module, done);
      if (!done.isEmpty()) {
        before.addFirst(to);
      }
      if (!ripples.reachEverything()) {
        before.add(module.classes());
      }
    }
    return List.of();
  }

  private Set<Path> sources(Module module, Ripples ripples) throws IOException {
    if (ripples.reachEverything()) {
      return new TreeSet<>(module.java());
    }
    var sources = ripples.reached(module);
    for (var name : changed.get(module).keySet()) {
      if (name.endsWith(".java")) {
        sources.add(module.sources().resolve(name));
      }
    }
    return sources;
  }

  private static List<Path> path(List<Path> before, Module own) {
    var path = new ArrayList<>(before);
    if (own != null) {
      path.add(own.classes());
    }
    return path;
  }

  private static boolean isDeletedSource(Map.Entry<String, String> change) {
    return change.getKey().endsWith(".java") && change.getValue().isEmpty();
  }

  /** Because of which files the application has to be started again: pages it reads by itself. */
  private List<Path> install(Module module) throws IOException {
    var touched = new ArrayList<Path>();
    var to = staging.resolve(module.name());
    for (var type : Module.classes(to)) {
      var place = module.classes().resolve(to.relativize(type));
      move(type, place);
      touched.add(place);
    }
    for (var type : Module.classes(module.classes())) {
      var source = module.source(module.classes().relativize(type));
      // What is left of a source that is gone, or has fewer classes now.
      if (!touched.contains(type)
          && (compiled.get(module).contains(source)
              || changed.get(module).containsKey(module.sources().relativize(source).toString()))) {
        Files.delete(type);
        touched.add(type);
      }
    }
    for (var change : changed.get(module).entrySet()) {
      var name = change.getKey();
      if (name.startsWith("resources/")) {
        var copy = module.classes().resolve(name.substring("resources/".length()));
        if (change.getValue().isEmpty()) {
          Files.deleteIfExists(copy);
        } else {
          Files.createDirectories(copy.getParent());
          Files.copy(module.sources().resolve(name), copy, StandardCopyOption.REPLACE_EXISTING);
        }
        touched.add(copy);
      }
      if (name.startsWith("webapp/WEB-INF/") && name.endsWith(".xml")) {
        touched.add(module.sources().resolve(name));
      }
    }
    return touched;
  }

  private static void move(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
  }

  private String words() {
    var names =
        changed.entrySet().stream()
            .flatMap(
                one ->
                    one.getValue().keySet().stream().map(name -> one.getKey().name() + "/" + name))
            .toList();
    var first = names.size() <= 5 ? String.join(", ", names) : names.size() + " files";
    var sources = compiled.values().stream().mapToInt(Set::size).sum();
    return first + (sources == 0 ? "" : ": " + sources + " compiled");
  }
}

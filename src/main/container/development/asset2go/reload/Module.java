package asset2go.reload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A module of the build: its sources, which are mounted, its classes, and from which sources those
 * were made. Paths of files are relative to {@code src/main}.
 */
record Module(Path folder) {

  /** What stands in the record for a resource that only the build can make. */
  static final String OF_THE_BUILD = "of the build";

  Path sources() {
    return folder.resolve("src/main");
  }

  Path classes() {
    return folder.resolve("target/classes");
  }

  String name() {
    return folder.getFileName().toString();
  }

  /** Times and sizes of all files. */
  Map<Path, List<Object>> look() {
    var files = new HashMap<Path, List<Object>>();
    for (var file : files()) {
      try {
        var found = Files.readAttributes(file, BasicFileAttributes.class);
        files.put(file, List.of(found.lastModifiedTime(), found.size()));
      } catch (IOException gone) {
        // As if it had not been listed; the next look tells.
      }
    }
    return files;
  }

  List<Path> files() {
    try (Stream<Path> all = Files.walk(sources())) {
      return all.filter(Files::isRegularFile).filter(Module::counts).toList();
    } catch (IOException | UncheckedIOException changing) {
      return List.of();
    }
  }

  List<Path> java() {
    return files().stream().filter(file -> file.toString().endsWith(".java")).toList();
  }

  /** Editors' own files. */
  private static boolean counts(Path file) {
    var name = file.getFileName().toString();
    return !name.startsWith(".") && !name.endsWith("~") && !name.endsWith(".swp");
  }

  Map<String, String> digests() throws IOException {
    var digests = new TreeMap<String, String>();
    for (var file : files()) {
      digests.put(sources().relativize(file).toString(), digest(file));
    }
    return digests;
  }

  private static String digest(Path file) throws IOException {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The digest of each source that the classes were made from. */
  Map<String, String> built() throws IOException {
    var record = new Properties();
    try (var in = Files.newInputStream(folder.resolve("target/built"))) {
      record.load(in);
    }
    var built = new TreeMap<String, String>();
    record.forEach((name, digest) -> built.put((String) name, (String) digest));
    return built;
  }

  void built(Map<String, String> digests) throws IOException {
    var record = new Properties();
    record.putAll(digests);
    try (var out = Files.newOutputStream(folder.resolve("target/built"))) {
      record.store(out, null);
    }
  }

  /** When the image is built: the classes are those of the sources. */
  void record() throws IOException {
    var digests = digests();
    for (var file : files()) {
      var name = sources().relativize(file).toString();
      var copy = classes().resolve(sources().resolve("resources").relativize(file));
      if (name.startsWith("resources/")
          && (Files.notExists(copy) || Files.mismatch(file, copy) >= 0)) {
        digests.put(name, OF_THE_BUILD);
      }
    }
    built(digests);
  }

  static List<Path> classes(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(".class")).toList();
    }
  }

  /** Where a class came from, by the name that it has below {@link #classes}. */
  Path source(Path type) {
    var name = type.toString().replaceFirst("([$].*)?[.]class$", ".java");
    return sources().resolve("java").resolve(name);
  }
}

package asset2go.running;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where things are in the working copy, wherever in it a program was started. */
public final class Place {

  private static final Path ROOT = find(Path.of("").toAbsolutePath());

  private Place() {}

  /** The folder that holds the launcher. */
  public static Path root() {
    return ROOT;
  }

  /** A file or folder by its name from there. */
  public static Path of(String first, String... more) {
    return ROOT.resolve(Path.of(first, more));
  }

  private static Path find(Path start) {
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      if (Files.isExecutable(folder.resolve("asset2go"))) {
        return folder;
      }
    }
    throw new IllegalStateException("No launcher above " + start);
  }
}

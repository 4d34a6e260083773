package asset2go.importing;

import asset2go.running.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A real-shaped data centre: NetBox' public demo inventory as three files, and what must be true of
 * it, worked out from the files alone.
 */
public record Datacenter(
    List<Map<String, String>> locations,
    List<Map<String, String>> assets,
    List<Map<String, String>> dependencies) {

  /** As it was published. */
  public static Datacenter read() {
    return new Datacenter(rows("locations"), rows("assets"), rows("dependencies"));
  }

  /** One of its files, as it stands. */
  public static byte[] file(String kind) {
    try {
      return Files.readAllBytes(Place.of("demo", kind + ".csv"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One of its files with names that nothing else has: each code and tag begins with the word. */
  public static byte[] file(String kind, String word) {
    return new String(file(kind), StandardCharsets.UTF_8)
        .replaceAll("(?m)(^|,)((?:region|site|location|RACK|DEV|PANEL|FEED)-)", "$1" + word + "-$2")
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Tags of everything inside a location, in its rooms and in the racks there. */
  public Set<String> tagsInside(String code) {
    Set<String> places = below(locations, "code", "parent", Set.of(code));
    Set<String> outermost = new HashSet<>();
    for (Map<String, String> asset : assets) {
      if (places.contains(asset.get("location"))) {
        outermost.add(asset.get("tag"));
      }
    }
    return below(assets, "tag", "container", outermost);
  }

  /** Tags of everything that stops when this one does. */
  public Set<String> hitBy(String tag) {
    Set<String> hit = below(dependencies, "asset", "dependsOn", Set.of(tag));
    hit.remove(tag);
    return hit;
  }

  private static Set<String> below(
      List<Map<String, String>> rows, String child, String parent, Set<String> start) {
    Set<String> found = new HashSet<>(start);
    boolean grew = true;
    while (grew) {
      grew = false;
      for (Map<String, String> row : rows) {
        grew |= found.contains(row.get(parent)) && found.add(row.get(child));
      }
    }
    return found;
  }

  private static List<Map<String, String>> rows(String kind) {
    List<String> lines = new String(file(kind), StandardCharsets.UTF_8).lines().toList();
    List<String> names = cells(lines.get(0));
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      List<String> cells = cells(line);
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < names.size(); i++) {
        row.put(names.get(i), cells.get(i));
      }
      rows.add(row);
    }
    return rows;
  }

  /** Enough for these files: no cell has a line break or a doubled quote. */
  private static List<String> cells(String line) {
    return Arrays.stream(line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1))
        .map(cell -> cell.replaceAll("^\"|\"$", ""))
        .toList();
  }
}

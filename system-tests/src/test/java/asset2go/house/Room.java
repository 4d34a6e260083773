package asset2go.house;

import asset2go.running.Place;
import com.tngtech.archunit.core.domain.JavaClass;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** A module and what it may use of the others. */
enum Room {
  SHARED("shared-jar"),
  QUEUE("queue-jar"),
  DOMAIN("domain-jar", SHARED, QUEUE),
  API("api-war", DOMAIN, SHARED, QUEUE),
  WORKER("worker-ejb", DOMAIN, SHARED, QUEUE),
  WEB("web-faces", SHARED),
  INFRA("infra");

  private final String folder;
  private final Set<Room> uses;

  Room(String folder, Room... uses) {
    this.folder = folder;
    this.uses = Set.of(uses);
  }

  Path classes() {
    return Place.of(folder, "target", "classes");
  }

  boolean mayUse(Room other) {
    return this == other || uses.contains(other);
  }

  /** By place, not by name: a feature's package has the same name in every room. */
  static Optional<Room> of(JavaClass type) {
    return type.getSource().map(source -> source.getUri()).flatMap(Room::at);
  }

  private static Optional<Room> at(URI uri) {
    return Arrays.stream(values())
        .filter(room -> uri.getPath() != null)
        .filter(room -> Path.of(uri.getPath()).startsWith(room.classes()))
        .findFirst();
  }

  @Override
  public String toString() {
    return folder;
  }
}

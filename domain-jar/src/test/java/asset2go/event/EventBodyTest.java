package asset2go.event;

import static org.assertj.core.api.Assertions.assertThat;

import asset2go.asset.AssetEvent.Change;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EventBodyTest {

  private static final Instant AT = Instant.parse("2026-11-23T10:15:30.123456789Z");

  private static EventBody event(String kind, String actorName, String changes) {
    return new EventBody("asset", 2, kind, AT, "user", actorName, "request", changes);
  }

  @Test
  void theHashIsThatOfEveryRelease() {
    // A chain written by one release is verified by the next: this value must never change.
    assertThat(event("CHANGED", "Ann", "[]").hash("00"))
        .isEqualTo("f1ba55b8fb87e447c614da03a7201ea80a06ebf47ac939dbdb2e443a4652c2bf");
  }

  @Test
  void everyFieldAndThePreviousHashCount() {
    Set<String> hashes = new HashSet<>();
    hashes.add(event("CHANGED", "Ann", "[]").hash("00"));
    hashes.add(event("CHANGED", "Ann", "[]").hash("01"));
    hashes.add(event("CHANGED", "Ann", "[]").hash(null));
    hashes.add(event("MOVED", "Ann", "[]").hash("00"));
    hashes.add(event("CHANGED", "Bob", "[]").hash("00"));
    hashes.add(event("CHANGED", "Ann", "[[\"a\",null,\"b\"]]").hash("00"));
    assertThat(hashes).hasSize(6);
  }

  @Test
  void textCannotMoveFromOneFieldToTheNext() {
    assertThat(event("CHANGED", "Ann[", "]").hash("00"))
        .isNotEqualTo(event("CHANGED", "Ann", "[]").hash("00"));
  }

  @Test
  void whatIsHashedIsWhatTheGraphKeeps() {
    assertThat(event("CHANGED", "Ann", "[]").at()).isEqualTo("2026-11-23T10:15:30.123456Z");
  }

  @Test
  void changesAreReadAsTheyWereWritten() {
    List<Change> changes =
        List.of(new Change("name", null, "a \"b\" ü\n"), new Change("tag", "x", null));
    assertThat(Changes.fromJson(Changes.toJson(changes))).isEqualTo(changes);
  }
}

package asset2go.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import asset2go.kit.Kit;
import asset2go.kit.KitDraft;
import asset2go.location.LocationDraft;
import asset2go.problem.DomainError;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The way back of a change holds what differs, and leads back. */
class DifferenceTest {

  private static KitDraft.Slot slot(String name, int quantity, String... models) {
    return new KitDraft.Slot(
        name,
        quantity,
        Stream.of(models).map(id -> new KitDraft.Accepted(Kit.Kind.MODEL, id)).toList());
  }

  private static KitDraft kit(@Nullable String description, KitDraft.Slot... slots) {
    return new KitDraft("Kit", description, List.of(slots));
  }

  @Test
  void onlyTheSlotsThatDifferGoBack() {
    KitDraft before = kit(null, slot("Lamp", 1, "a"), slot("LAMP", 1, "b"), slot("Case", 1, "c"));
    KitDraft after =
        kit(
            "New",
            slot("Lamp", 1, "a"),
            slot("LAMP", 2, "b", "d"),
            slot("Case", 1, "c"),
            slot("Cable", 1, "e"));
    Difference way = Difference.of(before, after);
    assertThat(way.after().getJsonObject("slots")).hasSize(2);
    assertThat(KitPatch.of(after, way.after())).isEqualTo(way.after());
    assertThat(KitPatch.apply(after, way.before())).isEqualTo(before);
  }

  @Test
  void slotsThatSomebodyAddedSinceStay() {
    Difference way =
        Difference.of(kit("d", slot("A", 1, "a")), kit("d", slot("A", 1, "a"), slot("B", 1, "b")));
    assertThat(way.before().containsKey("description")).isFalse();
    KitDraft now = kit("mine", slot("C", 1, "c"), slot("B", 1, "b"), slot("A", 4, "a"));
    assertThat(KitPatch.of(now, way.after())).isEqualTo(way.after());
    assertThat(KitPatch.apply(now, way.before()))
        .isEqualTo(kit("mine", slot("C", 1, "c"), slot("A", 4, "a")));
    assertThat(KitPatch.of(kit("d", slot("B", 2, "b")), way.after())).isNotEqualTo(way.after());
  }

  @Test
  void aKitKeepsOneSlot() {
    Difference way =
        Difference.of(kit("d", slot("A", 1, "a")), kit("d", slot("A", 1, "a"), slot("B", 1, "b")));
    assertThatThrownBy(() -> KitPatch.apply(kit("d", slot("B", 1, "b")), way.before()))
        .isInstanceOf(DomainError.Conflict.class);
  }

  @Test
  void aLocationGoesBackToNothingToo() {
    LocationDraft before = new LocationDraft("C", "Old", null, "company", null);
    LocationDraft after = new LocationDraft("C", "Old", "ROOM", "company", "parent");
    Difference way = Difference.of(before, after);
    assertThat(way.before()).hasSize(2);
    LocationDraft renamed = new LocationDraft("C", "Mine", "ROOM", "company", "parent");
    assertThat(LocationPatch.of(renamed, way.after())).isEqualTo(way.after());
    assertThat(LocationPatch.apply(renamed, way.before()))
        .isEqualTo(new LocationDraft("C", "Mine", null, "company", null));
  }
}

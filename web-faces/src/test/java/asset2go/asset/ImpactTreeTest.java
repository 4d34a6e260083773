package asset2go.asset;

import static org.assertj.core.api.Assertions.assertThat;

import asset2go.dependency.Impact;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImpactTreeTest {
  private static AssetRef asset(String id) {
    return new AssetRef(id, id, id, EquipmentStatus.AVAILABLE);
  }

  private static Impact.Item item(String id, int distance, String via) {
    return new Impact.Item(asset(id), distance, via == null ? null : asset(via), "POWER");
  }

  @Test
  void whatHangsOnSomethingStandsBelowIt() {
    var impact =
        new Impact(
            asset("panel"),
            List.of(
                item("feed-a", 1, null),
                item("feed-b", 1, null),
                item("rack-a", 2, "feed-a"),
                item("rack-b", 2, "feed-b"),
                item("switch-a", 3, "rack-a")),
            5,
            0,
            false);
    assertThat(ImpactTree.of(impact))
        .extracting(node -> node.level() + " " + node.item().asset().id())
        .containsExactly("1 feed-a", "2 rack-a", "3 switch-a", "1 feed-b", "2 rack-b");
  }

  @Test
  void nothingHangsOnIt() {
    assertThat(ImpactTree.of(new Impact(asset("panel"), List.of(), 0, 0, false))).isEmpty();
  }
}

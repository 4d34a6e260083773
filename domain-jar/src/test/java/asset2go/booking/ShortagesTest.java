package asset2go.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ShortagesTest {

  private static final Window OUTAGE = new Window(10, 20);
  private static final Stock THREE =
      new Stock(0, Map.of("a", List.of(), "b", List.of(), "c", List.of()));

  @Test
  void whatIsLeftIsEnough() {
    assertThat(Shortages.of(THREE, List.of("a"), List.of(demand("1", 12, 15, 2)), OUTAGE))
        .isEmpty();
  }

  @Test
  void whoBookedLastMissesWhatIsOut() {
    List<Demand> demands = List.of(demand("2", 12, 15, 2), demand("1", 14, 30, 1));
    assertThat(Shortages.of(THREE, List.of("a"), demands, OUTAGE)).isEqualTo(Map.of("2", 1));
    assertThat(Shortages.of(THREE, List.of("a", "b", "c"), demands, OUTAGE))
        .isEqualTo(Map.of("1", 1, "2", 2));
  }

  @Test
  void whatLiesBeforeOrAfterIsNotHit() {
    List<Demand> demands = List.of(demand("1", 0, 10, 3), demand("2", 20, 30, 3));
    assertThat(Shortages.of(THREE, List.of("a", "b", "c"), demands, OUTAGE)).isEmpty();
  }

  @Test
  void whatWasMissingBeforeIsNoFaultOfTheOutage() {
    List<Demand> demands = List.of(demand("1", 12, 15, 3), demand("2", 12, 15, 1));
    assertThat(Shortages.of(THREE, List.of("a"), demands, OUTAGE)).isEqualTo(Map.of("1", 1));
  }

  @Test
  void anAssetThatIsOutAnywayMakesNoDifference() {
    Stock held = THREE.with("a", new Window(0, Window.FOREVER));
    assertThat(Shortages.of(held, List.of("a"), List.of(demand("1", 12, 15, 2)), OUTAGE)).isEmpty();
  }

  private static Demand demand(String id, long from, long to, int quantity) {
    return new Demand(id, new Window(from, to), quantity);
  }
}

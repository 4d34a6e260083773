package asset2go.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class AvailabilityTest {

  private static final Stock THREE = new Stock(3, Map.of());

  @Test
  void threeInStockAreEnoughForTwoAndOneButNotForTwoAndTwo() {
    assertThat(room(THREE, List.of(demand(0, 10, 2)), 5, 15)).isEqualTo(1);
    assertThat(room(THREE, List.of(demand(0, 10, 2)), 10, 15)).isEqualTo(3);
  }

  @Test
  void aRequestMovesToAnotherAssetForAReservationOfItsOwn() {
    // Any of two, all day; then this very one from 5: the request goes to the other.
    Stock two = new Stock(2, Map.of());
    assertThat(accepts(two, two.with("a", new Window(5, 9)), List.of(demand(0, 10, 1)), 5, 9))
        .isTrue();
  }

  @Test
  void whatWouldLeaveARequestWithoutAnyAssetIsRefused() {
    Stock two = new Stock(2, Map.of()).with("a", new Window(0, 4));
    // At no moment more than two, but nothing is free from 0 to 10 any more.
    assertThat(accepts(two, two.with("b", new Window(6, 10)), List.of(demand(2, 8, 1)), 6, 10))
        .isFalse();
  }

  @Test
  void custodyWithoutAnEndTakesAnAssetForEver() {
    Stock one = new Stock(1, Map.of()).with("a", new Window(0, Window.FOREVER));
    assertThat(room(one, List.of(), 1_000_000, 1_000_001)).isZero();
  }

  @Test
  void aPromiseThatCannotBeKeptDoesNotStopOthersAtOtherTimes() {
    Stock one = new Stock(1, Map.of());
    List<Demand> broken = List.of(demand(0, 10, 2));
    assertThat(room(one, broken, 10, 20)).isEqualTo(1);
    assertThat(room(one, broken, 9, 20)).isZero();
  }

  @Test
  void findsExactlyWhatTryingEverythingFinds() {
    Random random = new Random(20261128);
    int possible = 0;
    for (int round = 0; round < 20_000; round++) {
      Stock stock = stock(random, 1 + random.nextInt(3));
      List<Demand> demands = demands(random, random.nextInt(6));
      boolean expected = byTryingEverything(stock, demands);
      assertThat(Availability.meets(stock, demands))
          .as("round %d: %s %s", round, stock, demands)
          .isEqualTo(expected);
      possible += expected ? 1 : 0;
    }
    assertThat(possible).isBetween(4_000, 16_000);
  }

  @Test
  void whatIsPromisedOneByOneCanBeKeptAndNothingIsRefusedInVain() {
    Random random = new Random(42);
    for (int round = 0; round < 2_000; round++) {
      Stock stock = new Stock(3, Map.of());
      List<Demand> promised = new ArrayList<>();
      for (int step = 0; step < 8; step++) {
        int from = random.nextInt(12);
        Window window = new Window(from, from + 1 + random.nextInt(6));
        if (random.nextInt(3) == 0) {
          String asset = "abc".substring(random.nextInt(3)).substring(0, 1);
          if (stock.isTaken(asset, window)) {
            continue;
          }
          Stock after = stock.with(asset, window);
          boolean accepted = Availability.accepts(stock, after, promised, List.of(), window);
          assertThat(accepted).isEqualTo(byTryingEverything(after, promised));
          stock = accepted ? after : stock;
        } else {
          Demand asked = new Demand("" + step, window, 1 + random.nextInt(2));
          List<Demand> more = new ArrayList<>(promised);
          more.add(asked);
          boolean accepted = Availability.accepts(stock, stock, promised, List.of(asked), window);
          assertThat(accepted).isEqualTo(byTryingEverything(stock, more));
          promised = accepted ? more : promised;
        }
      }
    }
  }

  @Test
  void aThousandRequestsForAHundredAssetsAreDecided() {
    Random random = new Random(7);
    Stock stock = new Stock(100, Map.of());
    for (int i = 0; i < 40; i++) {
      for (int from = random.nextInt(20); from < 1_000; from += 20 + random.nextInt(60)) {
        stock = stock.with("fixed" + i, new Window(from, from + 1 + random.nextInt(15)));
      }
    }
    List<Demand> demands = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      int from = random.nextInt(1_000);
      demands.add(demand(from, from + 1 + random.nextInt(40), 1 + random.nextInt(3)));
    }
    assertThat(Availability.meets(stock, demands)).isTrue();
    assertThat(room(stock, demands, 500, 520)).isBetween(1, 100);
  }

  private static int room(Stock stock, List<Demand> promised, long from, long to) {
    return Availability.room(stock, promised, new Window(from, to));
  }

  private static boolean accepts(
      Stock before, Stock after, List<Demand> promised, long from, long to) {
    return Availability.accepts(before, after, promised, List.of(), new Window(from, to));
  }

  private static Demand demand(long from, long to, int quantity) {
    return new Demand(from + "-" + to, new Window(from, to), quantity);
  }

  private static Stock stock(Random random, int assets) {
    Map<String, List<Window>> taken = new TreeMap<>();
    int free = 0;
    for (int asset = 0; asset < assets; asset++) {
      List<Window> windows = new ArrayList<>();
      for (int i = random.nextInt(4); i > 0; i--) {
        int from = random.nextInt(10);
        windows.add(new Window(from, from + 1 + random.nextInt(3)));
      }
      if (windows.isEmpty()) {
        free++;
      } else {
        taken.put("" + asset, windows);
      }
    }
    return new Stock(free, taken);
  }

  private static List<Demand> demands(Random random, int count) {
    List<Demand> demands = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int from = random.nextInt(10);
      demands.add(demand(from, from + 1 + random.nextInt(4), random.nextInt(5) == 0 ? 2 : 1));
    }
    return demands;
  }

  private static boolean byTryingEverything(Stock stock, List<Demand> demands) {
    List<List<Window>> assets = new ArrayList<>();
    stock.taken().values().forEach(windows -> assets.add(new ArrayList<>(windows)));
    for (int i = 0; i < stock.free(); i++) {
      assets.add(new ArrayList<>());
    }
    List<Window> units = new ArrayList<>();
    for (Demand demand : demands) {
      for (int i = 0; i < demand.quantity(); i++) {
        units.add(demand.window());
      }
    }
    return byTryingEverything(assets, units, 0);
  }

  private static boolean byTryingEverything(
      List<List<Window>> assets, List<Window> units, int index) {
    if (index == units.size()) {
      return true;
    }
    Window unit = units.get(index);
    for (List<Window> asset : assets) {
      if (!unit.overlapsAny(asset)) {
        asset.add(unit);
        if (byTryingEverything(assets, units, index + 1)) {
          return true;
        }
        asset.remove(asset.size() - 1);
      }
    }
    return false;
  }
}

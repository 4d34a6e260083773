package asset2go.booking;

import static org.assertj.core.api.Assertions.assertThat;

import asset2go.check.GraphSoundness;
import asset2go.running.Answer;
import asset2go.running.Api;
import asset2go.running.OneSystem;
import asset2go.running.Together;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two hundred people who want the same at the same moment. */
final class BookedTogetherTest {

  private static final int PEOPLE = 200;
  private static final int HOURS = 40;

  private static Api api;

  @BeforeAll
  static void start() {
    api = OneSystem.api();
  }

  @AfterAll
  static void everythingIsSound() {
    assertThat(GraphSoundness.ofBookings(api)).isEmpty();
  }

  /** What somebody asked for and what became of it. */
  private record Asked(int from, int to, int quantity, String asset, Answer answer) {

    boolean granted() {
      return answer.status() == 201;
    }

    boolean at(int hour) {
      return from <= hour && hour < to;
    }
  }

  @Test
  void oneAssetIsNeverPromisedTwiceAndNoGapIsLeftThatWasAskedFor() {
    Shop shop = Shop.with(api, 1);
    List<Asked> asked = together(i -> book(shop, window(i), shop.asset(0)));
    for (int hour = 0; hour < HOURS + 10; hour++) {
      assertThat(taken(asked, hour)).isLessThanOrEqualTo(1);
    }
    assertNobodyWasRefusedInVain(asked, 1);
  }

  @Test
  void ofThreeInStockNeverMoreThanThreeArePromised() {
    Shop shop = Shop.with(api, 3);
    List<Asked> asked = together(i -> bookTwo(shop, window(i)));
    for (int hour = 0; hour < HOURS + 10; hour++) {
      assertThat(taken(asked, hour)).isLessThanOrEqualTo(3);
    }
    assertNobodyWasRefusedInVain(asked, 3);
  }

  @Test
  void ofTwoWhoWantTheSameAtTheSameTimeOneHasItWhateverTheOthersDo() {
    Shop one = Shop.with(api, 1);
    assertOneOfTwoForEachWindow(together(i -> book(one, ownWindow(i), one.asset(0))));
    Shop three = Shop.with(api, 3);
    assertOneOfTwoForEachWindow(together(i -> bookTwo(three, ownWindow(i))));
  }

  @Test
  void whatFitsTogetherIsAllGranted() {
    Shop shop = Shop.with(api, 3);
    // For each of a hundred windows two of the model, and the third asset by its name.
    List<Asked> asked =
        together(
            i ->
                i < PEOPLE / 2
                    ? bookTwo(shop, ownWindow(i))
                    : book(shop, ownWindow(i), shop.asset(i % 3)));
    assertThat(asked).allMatch(Asked::granted);
  }

  private static void assertOneOfTwoForEachWindow(List<Asked> asked) {
    for (int number = 0; number < PEOPLE / 2; number++) {
      int hour = ownWindow(number)[0];
      assertThat(asked.stream().filter(one -> one.from() == hour && one.granted()))
          .as("from hour %d", hour)
          .hasSize(1);
    }
  }

  /** A window that two people want, and that only touches those of others. */
  private static int[] ownWindow(int number) {
    int from = 2 * (number % (PEOPLE / 2));
    return new int[] {from, from + 2};
  }

  @Test
  void reservationsAndRequestsTogetherCanAllBeKept() {
    Shop shop = Shop.with(api, 3);
    List<Asked> asked =
        together(
            i ->
                i % 3 == 0
                    ? book(shop, window(i), shop.asset(i % 9 / 3))
                    : bookTwo(shop, window(i)));
    // Requests of two beside reservations of the third: handing them out must never get stuck.
    List<Asked> granted = asked.stream().filter(Asked::granted).toList();
    assertThat(granted).isNotEmpty();
    assertThat(canBeKept(shop, granted)).isTrue();
    for (Asked one : asked.stream().filter(one -> !one.granted()).toList()) {
      List<Asked> more = new ArrayList<>(granted);
      more.add(one);
      assertThat(canBeKept(shop, more)).as("%s could be had", one).isFalse();
    }
  }

  private static void assertNobodyWasRefusedInVain(List<Asked> asked, int stock) {
    for (Asked one : asked) {
      boolean full = false;
      for (int hour = one.from(); hour < one.to(); hour++) {
        full |= taken(asked, hour) + one.quantity() > stock;
      }
      assertThat(one.granted() || full).as("%s could be had", one).isTrue();
    }
  }

  private static int taken(List<Asked> asked, int hour) {
    return asked.stream()
        .filter(one -> one.granted() && one.at(hour))
        .mapToInt(Asked::quantity)
        .sum();
  }

  /** By trying every assignment, in an order in which that is quick. */
  private static boolean canBeKept(Shop shop, List<Asked> granted) {
    boolean[][] busy = new boolean[shop.assets().size()][HOURS + 20];
    for (Asked one : granted) {
      if (!one.asset().isEmpty()) {
        int asset = shop.assets().indexOf(one.asset());
        for (int hour = one.from(); hour < one.to(); hour++) {
          if (busy[asset][hour]) {
            return false;
          }
          busy[asset][hour] = true;
        }
      }
    }
    List<int[]> units = new ArrayList<>();
    granted.stream()
        .filter(one -> one.asset().isEmpty())
        .sorted((a, b) -> Integer.compare(a.from(), b.from()))
        .forEach(
            one -> {
              for (int i = 0; i < one.quantity(); i++) {
                units.add(new int[] {one.from(), one.to()});
              }
            });
    return place(busy, units, 0, new HashSet<>());
  }

  private static boolean place(boolean[][] busy, List<int[]> units, int index, Set<String> failed) {
    if (index == units.size()) {
      return true;
    }
    int[] unit = units.get(index);
    String state = state(busy, unit[0], index);
    if (failed.contains(state)) {
      return false;
    }
    for (boolean[] asset : busy) {
      if (isFree(asset, unit)) {
        fill(asset, unit, true);
        if (place(busy, units, index + 1, failed)) {
          return true;
        }
        fill(asset, unit, false);
      }
    }
    failed.add(state);
    return false;
  }

  /** All that matters for the units from here on. */
  private static String state(boolean[][] busy, int hour, int index) {
    return index
        + Arrays.stream(busy)
            .map(asset -> Arrays.toString(Arrays.copyOfRange(asset, hour, asset.length)))
            .sorted()
            .toList()
            .toString();
  }

  private static boolean isFree(boolean[] asset, int[] unit) {
    for (int hour = unit[0]; hour < unit[1]; hour++) {
      if (asset[hour]) {
        return false;
      }
    }
    return true;
  }

  private static void fill(boolean[] asset, int[] unit, boolean busy) {
    for (int hour = unit[0]; hour < unit[1]; hour++) {
      asset[hour] = busy;
    }
  }

  private static List<Asked> together(java.util.function.IntFunction<Asked> ask) {
    List<Asked> asked = Together.times(PEOPLE, ask);
    assertThat(asked).allMatch(one -> one.answer().status() == 201 || refused(one));
    return asked;
  }

  private static boolean refused(Asked one) {
    return one.answer().status() == 409;
  }

  private static int[] window(int number) {
    Random random = new Random(number);
    int from = random.nextInt(HOURS);
    return new int[] {from, from + 1 + random.nextInt(8)};
  }

  private static Asked book(Shop shop, int[] window, String asset) {
    return new Asked(
        window[0], window[1], 1, asset, patiently(() -> shop.book(asset, window[0], window[1])));
  }

  private static Asked bookTwo(Shop shop, int[] window) {
    return new Asked(
        window[0], window[1], 2, "", patiently(() -> shop.bookAny(2, window[0], window[1])));
  }

  /** 503 with Retry-After is no refusal: a program comes again. */
  private static Answer patiently(java.util.function.Supplier<Answer> request) {
    Instant end = Instant.now().plusSeconds(60);
    Answer answer = request.get();
    while (answer.status() == 503 && Instant.now().isBefore(end)) {
      answer = request.get();
    }
    return answer;
  }
}

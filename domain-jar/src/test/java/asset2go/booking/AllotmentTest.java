package asset2go.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class AllotmentTest {

  @Test
  void aSlotTakesWhatItPrefersWhileThereIsEnough() {
    Allotment allotment = Allotment.of(new int[] {2}, List.of(List.of(1, 0)), new int[] {5, 5});
    assertThat(allotment.isComplete()).isTrue();
    assertThat(allotment.of(1)).isEqualTo(2);
  }

  @Test
  void aSlotThatCanDoWithASubstituteMakesRoomForOneThatCannot() {
    Allotment allotment =
        Allotment.of(new int[] {1, 1}, List.of(List.of(0, 1), List.of(0)), new int[] {1, 1});
    assertThat(allotment.isComplete()).isTrue();
  }

  @Test
  void slotsThatCompeteForTooFewAreShortAndOthersAreNot() {
    Allotment allotment =
        Allotment.of(
            new int[] {1, 1, 1}, List.of(List.of(0), List.of(0), List.of(1)), new int[] {1, 3});
    assertThat(allotment.isComplete()).isFalse();
    assertThat(allotment.shortSlots().get(0)).isTrue();
    assertThat(allotment.shortSlots().get(1)).isTrue();
    assertThat(allotment.shortSlots().get(2)).isFalse();
  }

  @Test
  void fillsExactlyWhatTryingEverythingFills() {
    Random random = new Random(20261128);
    int complete = 0;
    for (int round = 0; round < 20_000; round++) {
      int[] rooms = numbers(random, 1 + random.nextInt(4), 4);
      int[] needed = numbers(random, 1 + random.nextInt(4), 3);
      List<List<Integer>> accepts = new ArrayList<>();
      for (int slot = 0; slot < needed.length; slot++) {
        List<Integer> models = new ArrayList<>();
        for (int model = 0; model < rooms.length; model++) {
          if (random.nextBoolean()) {
            models.add(random.nextInt(models.size() + 1), model);
          }
        }
        accepts.add(models);
      }
      boolean expected = byTryingEverything(needed.clone(), accepts, rooms.clone(), 0);
      Allotment allotment = Allotment.of(needed, accepts, rooms);
      assertThat(allotment.isComplete())
          .as("%s %s %s", Arrays.toString(needed), accepts, Arrays.toString(rooms))
          .isEqualTo(expected);
      assertThat(allotment.shortSlots().isEmpty()).isEqualTo(expected);
      for (int model = 0; model < rooms.length; model++) {
        assertThat(allotment.of(model)).isLessThanOrEqualTo(rooms[model]);
      }
      complete += expected ? 1 : 0;
    }
    assertThat(complete).isBetween(2_000, 18_000);
  }

  private static int[] numbers(Random random, int count, int most) {
    return random.ints(count, 0, most + 1).toArray();
  }

  private static boolean byTryingEverything(
      int[] needed, List<List<Integer>> accepts, int[] rooms, int slot) {
    if (slot == needed.length) {
      return true;
    }
    if (needed[slot] == 0) {
      return byTryingEverything(needed, accepts, rooms, slot + 1);
    }
    for (int model : accepts.get(slot)) {
      if (rooms[model] > 0) {
        rooms[model]--;
        needed[slot]--;
        boolean found = byTryingEverything(needed, accepts, rooms, slot);
        rooms[model]++;
        needed[slot]++;
        if (found) {
          return true;
        }
      }
    }
    return false;
  }
}

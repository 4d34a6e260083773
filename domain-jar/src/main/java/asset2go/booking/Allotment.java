package asset2go.booking;

import java.util.BitSet;
import java.util.List;

/**
 * Which models fill which slots: as much as possible, each slot with what it prefers where that is
 * enough for all. A greatest flow from slots to models, by paths that make room (Ford, Fulkerson).
 */
final class Allotment {

  private final int[] needed;
  private final List<List<Integer>> accepts;
  private final int[] left;
  private final int[][] given;

  private Allotment(int[] needed, List<List<Integer>> accepts, int[] rooms) {
    this.needed = needed.clone();
    this.accepts = accepts;
    this.left = rooms.clone();
    this.given = new int[needed.length][rooms.length];
  }

  /**
   * Fills slots.
   *
   * @param needed how many each slot needs
   * @param accepts the models that each slot accepts, the preferred first
   * @param rooms how many of each model can be had
   */
  static Allotment of(int[] needed, List<List<Integer>> accepts, int[] rooms) {
    Allotment allotment = new Allotment(needed, accepts, rooms);
    for (int slot = 0; slot < needed.length; slot++) {
      allotment.takeWhatIsFree(slot);
    }
    for (int slot = 0; slot < needed.length; slot++) {
      while (allotment.needed[slot] > 0 && allotment.makeRoom(slot, allotment.seen(slot))) {
        allotment.needed[slot]--;
      }
    }
    return allotment;
  }

  private void takeWhatIsFree(int slot) {
    for (int model : accepts.get(slot)) {
      int some = Math.min(needed[slot], left[model]);
      given[slot][model] += some;
      left[model] -= some;
      needed[slot] -= some;
    }
  }

  private BitSet seen(int slot) {
    BitSet seen = new BitSet();
    seen.set(slot);
    return seen;
  }

  /** Gives a slot one more, where another slot can do with another model. */
  private boolean makeRoom(int slot, BitSet seen) {
    for (int model : accepts.get(slot)) {
      if (left[model] > 0) {
        left[model]--;
        given[slot][model]++;
        return true;
      }
    }
    for (int model : accepts.get(slot)) {
      for (int other = 0; other < given.length; other++) {
        if (given[other][model] > 0 && !seen.get(other)) {
          seen.set(other);
          if (makeRoom(other, seen)) {
            given[other][model]--;
            given[slot][model]++;
            return true;
          }
        }
      }
    }
    return false;
  }

  /** Whether every slot has what it needs. */
  boolean isComplete() {
    for (int missing : needed) {
      if (missing > 0) {
        return false;
      }
    }
    return true;
  }

  /** The slots that compete for too few: those that miss some, and those that they fight with. */
  BitSet shortSlots() {
    BitSet scarce = new BitSet();
    for (int slot = 0; slot < needed.length; slot++) {
      if (needed[slot] > 0) {
        BitSet seen = seen(slot);
        makeRoom(slot, seen);
        scarce.or(seen);
      }
    }
    return scarce;
  }

  /** How many of a model a slot was given. */
  int given(int slot, int model) {
    return given[slot][model];
  }

  /** How many of a model were taken. */
  int of(int model) {
    int sum = 0;
    for (int[] slot : given) {
      sum += slot[model];
    }
    return sum;
  }
}

package asset2go.queue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One field of a cron expression.
 *
 * @param values what it allows
 * @param any whether it was written as a mere * or ?
 * @param last L in the day of the month, 5L in that of the week
 * @param lastWeekdays the weekdays that may be the last of their kind in a month
 */
record CronField(BitSet values, boolean any, boolean last, BitSet lastWeekdays) {
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final List<String> DAYS = List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat");
  private static final Pattern NAME = Pattern.compile("[a-zA-Z]{3}");
  private static final Pattern ATOM = Pattern.compile("(\\d+)(?:-(\\d+))?(?:/(\\d+))?|(\\d?\\d?)L");

  /** The kinds of field, with the range of each. */
  enum Kind {
    SECOND(0, 59),
    MINUTE(0, 59),
    HOUR(0, 23),
    DAY(1, 31),
    MONTH(1, 12),
    WEEKDAY(0, 7);

    private final int min;
    private final int max;

    Kind(int min, int max) {
      this.min = min;
      this.max = max;
    }
  }

  static CronField parse(Kind kind, String text) {
    String numbers = kind == Kind.MONTH || kind == Kind.WEEKDAY ? unname(text) : text;
    String spelled = numbers.replaceAll("[*?]", kind.min + "-" + kind.max);
    List<Integer> values = new ArrayList<>();
    BitSet lastWeekdays = new BitSet();
    for (String atom : spelled.split(",", -1)) {
      read(kind, atom, values, lastWeekdays);
    }
    if (new HashSet<>(values).size() < values.size()) {
      throw new IllegalArgumentException("A value stands twice in " + text);
    }
    BitSet set = new BitSet();
    values.forEach(set::set);
    boolean last = numbers.indexOf('L') >= 0;
    if (last && kind == Kind.WEEKDAY) {
      // Weekdays that stand beside such a one are in any case allowed always.
      values.forEach(day -> lastWeekdays.set(day % 7));
    }
    return new CronField(set, text.equals("*") || text.equals("?"), last, lastWeekdays);
  }

  private static String unname(String text) {
    return NAME.matcher(text)
        .replaceAll(
            match -> {
              String name = match.group().toLowerCase(Locale.ROOT);
              int number = MONTHS.contains(name) ? MONTHS.indexOf(name) + 1 : DAYS.indexOf(name);
              if (number < 0) {
                throw new IllegalArgumentException("No month or day is called " + name);
              }
              return Integer.toString(number);
            });
  }

  private static void read(Kind kind, String atom, List<Integer> values, BitSet lastWeekdays) {
    Matcher parts = ATOM.matcher(atom);
    boolean dated = kind == Kind.DAY || kind == Kind.WEEKDAY;
    if (!parts.matches()
        || atom.endsWith("L") && (!dated || kind == Kind.WEEKDAY && atom.length() == 1)) {
      throw new IllegalArgumentException("Cannot read " + atom + " in a cron expression");
    }
    if (atom.endsWith("L")) {
      if (kind == Kind.WEEKDAY) {
        lastWeekdays.set(Character.digit(atom.charAt(0), 10) % 7);
      }
      return;
    }
    int from = number(parts.group(1));
    int step = parts.group(3) == null ? 1 : number(parts.group(3));
    if (parts.group(2) == null && parts.group(3) == null) {
      check(kind, from, from, step, atom);
      values.add(kind == Kind.WEEKDAY ? from % 7 : from);
      return;
    }
    int to = parts.group(2) == null ? kind.max : number(parts.group(2));
    check(kind, from, to, step, atom);
    boolean sunday = kind == Kind.WEEKDAY && to % 7 == 0 && (to - from) % step == 0;
    if (sunday) {
      values.add(0);
    }
    for (int value = from; value <= to; value += step) {
      if (!sunday || value != 0) {
        values.add(value);
      }
    }
  }

  private static int number(String digits) {
    return digits.length() > 4 ? Integer.MAX_VALUE : Integer.parseInt(digits);
  }

  private static void check(Kind kind, int from, int to, int step, String atom) {
    if (from < kind.min || to > kind.max || from > to || step < 1) {
      throw new IllegalArgumentException(
          atom + " is not within " + kind.min + "-" + kind.max + " of a cron expression");
    }
  }

  boolean allows(int value) {
    return values.get(value);
  }

  int first() {
    return values.nextSetBit(0);
  }

  /** The next allowed value, negative where there is none. */
  int after(int value) {
    return values.nextSetBit(value + 1);
  }
}

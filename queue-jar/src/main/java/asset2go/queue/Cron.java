package asset2go.queue;

import java.time.Instant;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A cron expression, read as cron-parser 5 reads it, since Node's workers compute the next time of
 * the same schedulers: five or six fields, names, steps, L, 5L and 5#3, and its rules for the hours
 * that a change of clocks skips or repeats: what is due in a skipped hour runs in the one after it,
 * what is due in a repeated hour runs once, unless it runs every hour.
 */
final class Cron {
  private static final Map<String, String> SHORTHANDS =
      Map.of(
          "@yearly", "0 0 0 1 1 *",
          "@annually", "0 0 0 1 1 *",
          "@monthly", "0 0 0 1 * *",
          "@weekly", "0 0 0 * * 0",
          "@daily", "0 0 0 * * *",
          "@hourly", "0 0 * * * *",
          "@minutely", "0 * * * * *",
          "@secondly", "* * * * * *",
          "@weekdays", "0 0 0 * * 1-5",
          "@weekends", "0 0 0 * * 0,6");
  private static final List<String> DEFAULTS = List.of("0", "*", "*", "*", "*", "*");

  /** An expression that finds nothing in so many steps (the 30th of February) never will. */
  private static final int STEPS = 10_000;

  private final CronField second;
  private final CronField minute;
  private final CronField hour;
  private final CronField day;
  private final CronField month;
  private final CronField weekday;

  /** Which one of its kind in the month a weekday has to be, 0 for any. */
  private final int nth;

  /**
   * @throws IllegalArgumentException where it is no cron expression
   */
  Cron(String expression) {
    List<String> fields = fields(expression);
    this.second = CronField.parse(CronField.Kind.SECOND, fields.get(0));
    this.minute = CronField.parse(CronField.Kind.MINUTE, fields.get(1));
    this.hour = CronField.parse(CronField.Kind.HOUR, fields.get(2));
    this.day = CronField.parse(CronField.Kind.DAY, fields.get(3));
    this.month = CronField.parse(CronField.Kind.MONTH, fields.get(4));
    String[] weekdays = fields.get(5).split("#", -1);
    this.weekday = CronField.parse(CronField.Kind.WEEKDAY, weekdays[0]);
    this.nth = weekdays.length == 1 ? 0 : nth(fields.get(5), weekdays);
    refuseImpossibleDay();
  }

  private static List<String> fields(String expression) {
    String text = SHORTHANDS.getOrDefault(expression, expression).strip();
    List<String> given = text.isEmpty() ? List.of() : Arrays.asList(text.split("\\s+"));
    if (given.size() > DEFAULTS.size()) {
      throw new IllegalArgumentException("A cron expression has at most six fields: " + expression);
    }
    List<String> fields = new ArrayList<>(DEFAULTS.subList(0, DEFAULTS.size() - given.size()));
    fields.addAll(given);
    return fields;
  }

  private static int nth(String field, String[] parts) {
    if (parts.length != 2 || !parts[1].matches("[1-5]") || field.matches(".*[,/-].*")) {
      throw new IllegalArgumentException("Cannot read the weekday " + field);
    }
    return Integer.parseInt(parts[1]);
  }

  private void refuseImpossibleDay() {
    if (month.values().cardinality() == 1
        && !day.last()
        && weekday.any()
        && day.first() > Month.of(month.first()).maxLength()) {
      throw new IllegalArgumentException("There is no such day in that month");
    }
  }

  /** The first time after the given one, null where there will be none. */
  @Nullable Instant next(Instant after, ZoneId zone) {
    return new Walk(after.truncatedTo(ChronoUnit.MILLIS).atZone(zone)).find();
  }

  /** Goes forward from a moment, in ever smaller steps, until every field is content. */
  private final class Walk {
    private final Instant start;
    private ZonedDateTime at;

    /**
     * The first hour that the clocks have just skipped, and the one they came out at; negative for
     * none.
     */
    private int skipped = -1;

    private int landing = -1;

    /** The hour that has just begun for the second time, negative for none. */
    private int repeated = -1;

    private Walk(ZonedDateTime from) {
      this.start = from.toInstant();
      this.at = from;
    }

    private @Nullable Instant find() {
      if (at.getNano() > 0) {
        at = at.withNano(0);
        step(ChronoUnit.SECONDS);
      }
      for (int steps = 0; steps < STEPS; steps++) {
        if (month.allows(at.getMonthValue())
            ? dayFits() && hourFits() && minuteFits() && secondFits()
            : nextMonth()) {
          if (!at.toInstant().equals(start)) {
            return at.toInstant();
          }
          step(ChronoUnit.SECONDS);
        }
      }
      return null;
    }

    private boolean nextMonth() {
      at = at.plusMonths(1).withDayOfMonth(1).with(LocalTime.MIDNIGHT);
      return false;
    }

    private boolean nextDay() {
      at = at.plusDays(1).with(LocalTime.MIDNIGHT);
      return false;
    }

    private boolean dayFits() {
      boolean byDay =
          day.allows(at.getDayOfMonth())
              || day.last() && at.getDayOfMonth() == at.toLocalDate().lengthOfMonth();
      boolean byWeekday = weekdayFits();
      boolean fits = weekday.any() ? byDay : day.any() ? byWeekday : byDay || byWeekday;
      return fits || nextDay();
    }

    private boolean weekdayFits() {
      int today = at.getDayOfWeek().getValue() % 7;
      int which = (at.getDayOfMonth() + 6) / 7;
      boolean last = at.getDayOfMonth() > at.toLocalDate().lengthOfMonth() - 7;
      return weekday.allows(today) && (nth == 0 || nth == which)
          || weekday.last() && last && weekday.lastWeekdays().get(today);
    }

    private boolean hourFits() {
      int now = at.getHour();
      if (landing == now && skippedWasDue(now)) {
        return true;
      }
      if (repeated == now) {
        repeated = -1;
        step(ChronoUnit.HOURS);
        return false;
      }
      return hour.allows(now) || nextHour(now);
    }

    private boolean skippedWasDue(int now) {
      for (int gone = skipped; gone != now; gone = (gone + 1) % 24) {
        if (hour.allows(gone)) {
          return true;
        }
      }
      return false;
    }

    private boolean nextHour(int now) {
      skipped = -1;
      landing = -1;
      int next = hour.after(now);
      if (next < 0) {
        return nextDay();
      }
      if (clocksChangeToday()) {
        // Hour by hour, so that what is skipped or repeated on the way is noticed.
        for (int hours = next - now; hours > 0 && at.getHour() < next; hours--) {
          step(ChronoUnit.HOURS);
        }
      } else {
        at = at.withHour(next);
      }
      at = at.withMinute(minute.first()).withSecond(second.first());
      return false;
    }

    private boolean clocksChangeToday() {
      ZonedDateTime begin = at.with(LocalTime.MIDNIGHT);
      ZonedDateTime end = begin.plusDays(1).with(LocalTime.MIDNIGHT).minus(1, ChronoUnit.MILLIS);
      return !begin.getOffset().equals(end.getOffset());
    }

    private boolean minuteFits() {
      if (minute.allows(at.getMinute())) {
        return true;
      }
      int next = minute.after(at.getMinute());
      if (next < 0) {
        step(ChronoUnit.HOURS);
        next = minute.first();
      }
      at = at.withMinute(next).withSecond(second.first());
      return false;
    }

    private boolean secondFits() {
      if (second.allows(at.getSecond())) {
        return true;
      }
      int next = second.after(at.getSecond());
      if (next < 0) {
        step(ChronoUnit.MINUTES);
        next = second.first();
      }
      at = at.withSecond(next);
      return false;
    }

    /** One unit on, to its beginning, taking note of changing clocks. */
    private void step(ChronoUnit unit) {
      int before = at.getHour();
      int offset = at.getOffset().getTotalSeconds();
      at = at.plus(1, unit).truncatedTo(unit);
      int hours = Math.floorMod(at.getHour() - before, 24);
      if (hour.values().cardinality() == 24) {
        return;
      }
      if (at.getOffset().getTotalSeconds() > offset && hours >= 2) {
        skipped = (before + 1) % 24;
        landing = at.getHour();
      } else if (hours == 0 && at.getMinute() == 0 && at.getSecond() == 0) {
        repeated = at.getHour();
      }
    }
  }
}

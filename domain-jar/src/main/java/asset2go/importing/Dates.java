package asset2go.importing;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads calendar days as people and spreadsheets write them, and refuses those that could be two
 * different days: 03/04/2025 is in March for some and in April for others.
 */
final class Dates {

  private static final Pattern ISO =
      Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?:[T ]\\d{1,2}:\\d{2}.*)?");
  private static final Pattern DOTTED =
      Pattern.compile("(\\d{1,2})\\.\\s?(\\d{1,2})\\.\\s?(\\d{4})(?:,? \\d{1,2}:\\d{2}.*)?");
  private static final Pattern SLASHED =
      Pattern.compile("(\\d{1,2})[/-](\\d{1,2})[/-](\\d{4})(?:,? \\d{1,2}:\\d{2}.*)?");
  private static final Pattern DAY_FIRST =
      Pattern.compile("(?:\\p{L}+,? )?(\\d{1,2})[. -]+(\\p{L}{3,})\\.?[ ,-]+(\\d{4})");
  private static final Pattern MONTH_FIRST =
      Pattern.compile("(?:\\p{L}+,? )?(\\p{L}{3,})\\.? (\\d{1,2}),? (\\d{4})");
  private static final Pattern SERIAL_DAY = Pattern.compile("\\d{5}(?:[.,]\\d+)?");
  private static final Map<String, Integer> MONTHS =
      Map.ofEntries(
          Map.entry("jan", 1),
          Map.entry("feb", 2),
          Map.entry("mar", 3),
          Map.entry("mär", 3),
          Map.entry("apr", 4),
          Map.entry("may", 5),
          Map.entry("mai", 5),
          Map.entry("jun", 6),
          Map.entry("jul", 7),
          Map.entry("aug", 8),
          Map.entry("sep", 9),
          Map.entry("oct", 10),
          Map.entry("okt", 10),
          Map.entry("nov", 11),
          Map.entry("dec", 12),
          Map.entry("dez", 12));

  private Dates() {}

  static LocalDate parse(String text) throws BadCell {
    Matcher m = ISO.matcher(text);
    if (m.matches()) {
      return day(text, m.group(1), number(m.group(2)), m.group(3));
    }
    m = DOTTED.matcher(text);
    if (m.matches()) {
      return day(text, m.group(3), number(m.group(2)), m.group(1));
    }
    m = SLASHED.matcher(text);
    if (m.matches()) {
      return slashed(text, number(m.group(1)), number(m.group(2)), m.group(3));
    }
    m = DAY_FIRST.matcher(text);
    if (m.matches() && month(m.group(2)) > 0) {
      return day(text, m.group(3), month(m.group(2)), m.group(1));
    }
    m = MONTH_FIRST.matcher(text);
    if (m.matches() && month(m.group(1)) > 0) {
      return day(text, m.group(3), month(m.group(1)), m.group(2));
    }
    if (SERIAL_DAY.matcher(text).matches()) {
      throw new BadCell(
          "is a spreadsheet's number for a day. Format the column as a date before saving as CSV");
    }
    throw new BadCell("is not a date. Write it as 2025-12-31");
  }

  private static LocalDate slashed(String text, int first, int second, String year) throws BadCell {
    if (first <= 12 && second <= 12 && first != second) {
      throw new BadCell(
          "could be two different days (day or month first?). Write it as 2025-12-31");
    }
    return first > 12
        ? day(text, year, second, String.valueOf(first))
        : day(text, year, first, String.valueOf(second));
  }

  private static LocalDate day(String text, String year, int month, String day) throws BadCell {
    try {
      LocalDate date = LocalDate.of(number(year), month, number(day));
      if (date.getYear() < 1900 || date.getYear() > 2200) {
        throw new BadCell("is a day of the year %s: is that right?".formatted(year));
      }
      return date;
    } catch (DateTimeException e) {
      throw new BadCell("is not a day of the calendar");
    }
  }

  private static int month(String name) {
    return MONTHS.getOrDefault(name.toLowerCase(Locale.ROOT).substring(0, 3), 0);
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }
}

package asset2go.asset;

import asset2go.problem.DomainError;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the parameters of a list say, as what it means; what it cannot mean is malformed. */
final class Said {

  private Said() {}

  /** Nothing where nothing was said. */
  static @Nullable String text(@Nullable String said) {
    return said == null || said.isBlank() ? null : said.strip();
  }

  static LocalDate day(String parameter, String said) {
    try {
      return LocalDate.parse(said);
    } catch (DateTimeException e) {
      throw new DomainError.Malformed(parameter, "must be a date such as 2026-11-23");
    }
  }

  static double amount(String parameter, String said) {
    try {
      double amount = Double.parseDouble(said);
      if (Double.isFinite(amount)) {
        return amount;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw new DomainError.Malformed(parameter, "must be a number such as 12.50");
  }

  /** True for {@code yes}, false for {@code no}. */
  static boolean either(String parameter, String said, String yes, String no) {
    if (!said.equals(yes) && !said.equals(no)) {
      throw new DomainError.Malformed(parameter, "must be %s or %s".formatted(yes, no));
    }
    return said.equals(yes);
  }

  /** Names of constants, separated by commas. */
  static <E extends Enum<E>> List<String> names(String parameter, String said, Class<E> type) {
    List<String> known = Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
    List<String> names =
        Arrays.stream(said.split(",", -1))
            .map(name -> name.strip().toUpperCase(Locale.ROOT))
            .filter(name -> !name.isEmpty())
            .toList();
    if (names.isEmpty() || !known.containsAll(names)) {
      throw new DomainError.Malformed(parameter, "must be of " + String.join(", ", known));
    }
    return names;
  }
}

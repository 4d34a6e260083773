package asset2go.catalogue;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * How things of a category lose their value over time, day by day.
 *
 * @param months useful life of a {@link Method#STRAIGHT_LINE}
 * @param ratePercent what a {@link Method#DECLINING_BALANCE} loses in a year, in percent of what
 *     the thing was worth at the beginning of that year
 * @param residualPercent what is never lost, in percent of the price; 0 where missing
 */
public record Depreciation(
    @NotNull Method method,
    @Nullable @Min(1) @Max(1200) Integer months,
    @Nullable @DecimalMin(value = "0", inclusive = false) @DecimalMax("100") BigDecimal ratePercent,
    @Nullable @DecimalMin("0") @DecimalMax("100") BigDecimal residualPercent) {

  /** The ways of depreciation. */
  public enum Method {
    /** Nothing is lost; categories below inherit that, too. */
    NONE,
    /** The same amount each day, until the end of the useful life. */
    STRAIGHT_LINE,
    /** A share of what is left each year, evenly over its days. */
    DECLINING_BALANCE
  }

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /**
   * What something is worth on a day.
   *
   * @param bought day from which it loses value
   * @param currency ISO 4217, which says to how many places the value is rounded; two where unknown
   */
  public BigDecimal valueOn(
      BigDecimal price, LocalDate bought, LocalDate day, @Nullable String currency) {
    BigDecimal residual = residualPercent == null ? BigDecimal.ZERO : share(price, residualPercent);
    BigDecimal value =
        switch (method) {
          case NONE -> price;
          case STRAIGHT_LINE -> straight(price, residual, bought, day);
          case DECLINING_BALANCE -> declining(price, bought, day).max(residual);
        };
    return value.setScale(places(currency), RoundingMode.HALF_UP);
  }

  private BigDecimal straight(
      BigDecimal price, BigDecimal residual, LocalDate bought, LocalDate day) {
    LocalDate end = bought.plusMonths(months == null ? 0 : months);
    if (!day.isBefore(end)) {
      return residual;
    }
    return price.subtract(part(price.subtract(residual), bought, day, end));
  }

  private BigDecimal declining(BigDecimal price, LocalDate bought, LocalDate day) {
    BigDecimal rate = ratePercent == null ? BigDecimal.ZERO : ratePercent;
    int years = (int) Math.max(0, ChronoUnit.YEARS.between(bought, day));
    BigDecimal kept = BigDecimal.ONE.subtract(rate.divide(HUNDRED));
    BigDecimal value = price.multiply(kept.pow(years, MathContext.DECIMAL64));
    LocalDate begin = bought.plusYears(years);
    return value.subtract(part(share(value, rate), begin, day, bought.plusYears(years + 1L)));
  }

  /** What of an amount that is lost evenly between two days is lost on a day between them. */
  private static BigDecimal part(BigDecimal whole, LocalDate begin, LocalDate day, LocalDate end) {
    long gone = Math.max(0, ChronoUnit.DAYS.between(begin, day));
    return whole
        .multiply(BigDecimal.valueOf(gone))
        .divide(BigDecimal.valueOf(ChronoUnit.DAYS.between(begin, end)), MathContext.DECIMAL64);
  }

  private static BigDecimal share(BigDecimal of, BigDecimal percent) {
    return of.multiply(percent).divide(HUNDRED, MathContext.DECIMAL64);
  }

  private static int places(@Nullable String currency) {
    try {
      return currency == null
          ? 2
          : Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    } catch (IllegalArgumentException unknown) {
      return 2;
    }
  }
}

package asset2go.asset;

import static org.assertj.core.api.Assertions.assertThat;

import asset2go.catalogue.Catalogue.Inherited;
import asset2go.catalogue.Depreciation;
import asset2go.catalogue.Depreciation.Method;
import asset2go.page.Ref;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AssetValuesTest {

  private static final Depreciation FOUR_YEARS =
      new Depreciation(Method.STRAIGHT_LINE, 48, null, BigDecimal.TEN);
  private static final Depreciation FIFTH_A_YEAR =
      new Depreciation(Method.DECLINING_BALANCE, null, BigDecimal.valueOf(20), null);

  @ParameterizedTest
  @CsvSource({
    "2024-01-01, 1000.00",
    "2024-01-02, 999.38", // of 1,461 days
    "2025-01-01, 774.54",
    "2026-01-01, 549.69",
    "2027-12-31, 100.62",
    "2028-01-01, 100.00",
    "2050-01-01, 100.00"
  })
  void aStraightLineLosesTheSameEachDayUntilTheResidualIsLeft(LocalDate day, String value) {
    assertThat(worth("1000", "EUR", "2024-01-01", FOUR_YEARS, day)).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({
    "2025-01-01, 1000.00",
    "2025-07-02, 900.27", // 182 of 365 days
    "2026-01-01, 800.00",
    "2027-01-01, 640.00",
    "2035-01-01, 107.37"
  })
  void aDecliningBalanceLosesAShareOfWhatIsLeftEachYear(LocalDate day, String value) {
    assertThat(worth("1000", "EUR", "2025-01-01", FIFTH_A_YEAR, day)).isEqualTo(value);
  }

  @Test
  void aDecliningBalanceStopsAtItsResidual() {
    Depreciation half =
        new Depreciation(
            Method.DECLINING_BALANCE, null, BigDecimal.valueOf(50), BigDecimal.valueOf(30));
    assertThat(worth("1000", "EUR", "2025-01-01", half, LocalDate.of(2030, 1, 1)))
        .isEqualTo("300.00");
  }

  @Test
  void aLeapDayIsNoMatter() {
    Depreciation year = new Depreciation(Method.STRAIGHT_LINE, 12, null, null);
    assertThat(worth("366", "EUR", "2024-02-29", year, LocalDate.of(2025, 2, 27)))
        .isEqualTo("1.00");
    assertThat(worth("366", "EUR", "2024-02-29", year, LocalDate.of(2025, 2, 28)))
        .isEqualTo("0.00");
  }

  @Test
  void theCurrencySaysHowItIsRounded() {
    LocalDate day = LocalDate.of(2025, 1, 1);
    assertThat(worth("100000", "JPY", "2024-01-01", FOUR_YEARS, day)).isEqualTo("77454");
    assertThat(worth("100", "TND", "2024-01-01", FOUR_YEARS, day)).isEqualTo("77.454");
  }

  @Test
  void whatIsNotKnownIsNotMadeUp() {
    LocalDate day = LocalDate.of(2025, 1, 1);
    assertThat(worth(null, null, "2024-01-01", FOUR_YEARS, day)).isNull();
    assertThat(worth("100", "EUR", null, FOUR_YEARS, day)).isNull();
    assertThat(worth("100", "EUR", "2025-01-02", FOUR_YEARS, day)).isNull();
    assertThat(worth("100", "EUR", null, null, day)).isEqualTo("100");
    assertThat(
            worth("100", "EUR", "2020-01-01", new Depreciation(Method.NONE, null, null, null), day))
        .isEqualTo("100");
    assertThat(AssetValues.value(null, Optional.empty(), day).value()).isNull();
  }

  private static @Nullable String worth(
      @Nullable String price,
      @Nullable String currency,
      @Nullable String bought,
      @Nullable Depreciation depreciation,
      LocalDate day) {
    Purchase purchase =
        new Purchase(
            bought == null ? null : LocalDate.parse(bought),
            price,
            currency,
            null,
            null,
            null,
            null);
    return AssetValues.value(
            purchase,
            Optional.ofNullable(depreciation)
                .map(schedule -> new Inherited(schedule, new Ref("c", "Laptops"))),
            day)
        .value();
  }
}

package asset2go.frame;

import asset2go.asset.Purchase;
import asset2go.page.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers, days, times and money as the person writes them. */
@Named("figures")
@RequestScoped
public class Figures {
  @Inject Preferences preferences;

  public String number(@Nullable Number number) {
    return number == null ? "" : NumberFormat.getInstance(locale()).format(number);
  }

  public String whole(@Nullable Number number) {
    return number == null ? "" : NumberFormat.getIntegerInstance(locale()).format(number);
  }

  /** A counted total: counting stops early, and then says so. */
  /** How large a file is. */
  public String bytes(long bytes) {
    return bytes < 1024 * 1024
        ? number(Math.max(1, Math.round(bytes / 1024.0))) + " KiB"
        : number(Math.round(bytes / 104_857.6) / 10.0) + " MiB";
  }

  public String total(@Nullable Long total) {
    if (total == null) {
      return "";
    }
    return total > Page.COUNT_LIMIT ? whole(Page.COUNT_LIMIT) + "+" : whole(total);
  }

  public String day(@Nullable LocalDate day) {
    return day == null
        ? ""
        : DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).localizedBy(locale()).format(day);
  }

  /** The day of an instant, where the person is. */
  public String dayOf(@Nullable Instant instant) {
    return instant == null ? "" : day(LocalDate.ofInstant(instant, zone()));
  }

  public String time(@Nullable Instant instant) {
    return instant == null ? "" : style(FormatStyle.MEDIUM).format(instant);
  }

  /** To the second and with its zone. */
  public String exactTime(@Nullable Instant instant) {
    return instant == null
        ? ""
        : DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG)
            .localizedBy(locale())
            .withZone(zone())
            .format(instant);
  }

  /** A length of time to about two digits, in the unit that suits it. */
  public String duration(long millis) {
    return duration(locale(), millis);
  }

  static String duration(Locale locale, long millis) {
    if (millis < 1_000) {
      return millis + "\u00a0ms";
    }
    var seconds = millis / 1_000.0;
    if (seconds < 60) {
      return rough(locale, seconds) + "\u00a0s";
    }
    if (seconds < 3_600) {
      return rough(locale, seconds / 60) + "\u00a0min";
    }
    return seconds < 2 * 86_400
        ? rough(locale, seconds / 3_600) + "\u00a0h"
        : rough(locale, seconds / 86_400) + "\u00a0d";
  }

  private static String rough(Locale locale, double value) {
    var format = NumberFormat.getNumberInstance(locale);
    format.setMaximumFractionDigits(value < 10 ? 1 : 0);
    return format.format(value);
  }

  public String money(@Nullable Purchase purchase) {
    if (purchase == null || purchase.price() == null) {
      return "";
    }
    var format = NumberFormat.getNumberInstance(locale());
    format.setMinimumFractionDigits(2);
    var code = purchase.currency();
    var text = format.format(new BigDecimal(purchase.price()));
    return code == null ? text : text + "\u00a0" + symbol(code);
  }

  /** An amount of money, with its currency where that is known. */
  public String amount(BigDecimal amount, @Nullable String currency) {
    return money(new Purchase(null, amount.toPlainString(), currency, null, null, null, null));
  }

  private String symbol(String code) {
    try {
      return Currency.getInstance(code).getSymbol(locale());
    } catch (IllegalArgumentException unknown) {
      return code;
    }
  }

  public String getZoneName() {
    return zone().getDisplayName(TextStyle.SHORT, locale());
  }

  private DateTimeFormatter style(FormatStyle date) {
    return DateTimeFormatter.ofLocalizedDateTime(date, FormatStyle.SHORT)
        .localizedBy(locale())
        .withZone(zone());
  }

  private ZoneId zone() {
    return preferences.getZone();
  }

  private Locale locale() {
    return preferences.getLocale();
  }
}

package asset2go.importing;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An amount as people write it: 1299.90, 1.299,90 €, CHF 1'299.90. What could be two amounts is
 * refused: 1.299 is a thousand and more for some, a little over one for others.
 *
 * @param amount decimal string
 * @param currency ISO 4217, null where the cell does not say
 */
record Money(String amount, @Nullable String currency) {

  private static final Map<String, String> SYMBOLS =
      Map.of(
          "€", "EUR", "$", "USD", "US$", "USD", "£", "GBP", "¥", "JPY", "Fr.", "CHF", "zł", "PLN");
  private static final Pattern PARTS =
      Pattern.compile(
          "(-?)\\s*([^\\d\\s.,'’-]{1,3}\\.?)?\\s*(-?[\\d.,'’\\s\\u00A0\\u202F]*\\d)(?:,-|,–|\\.-)?\\s*([^\\d\\s.,'’-]{1,3}\\.?)?");
  private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0\\u202F'’]");
  private static final Pattern BLANK_GROUPS =
      Pattern.compile("-?\\d{1,3}(?:[\\s\\u00A0\\u202F'’]\\d{3})+(?:[.,]\\d{1,6})?");

  static Money parse(String text) throws BadCell {
    Matcher m = PARTS.matcher(text);
    if (!m.matches()) {
      throw new BadCell("is not an amount. Write it as 1299.90");
    }
    String sign = m.group(1);
    String number = m.group(3).strip();
    if (BLANKS.matcher(number).find() && !BLANK_GROUPS.matcher(number).matches()) {
      throw new BadCell("is not an amount. Write it as 1299.90");
    }
    String currency = m.group(2) != null ? m.group(2) : m.group(4);
    return new Money(
        amount(sign + BLANKS.matcher(number).replaceAll("")),
        currency == null ? null : currency(currency));
  }

  /** A currency by its code or symbol. */
  static String currency(String text) throws BadCell {
    String symbol = SYMBOLS.get(text);
    if (symbol != null) {
      return symbol;
    }
    try {
      return Currency.getInstance(text.toUpperCase(Locale.ROOT)).getCurrencyCode();
    } catch (IllegalArgumentException e) {
      throw new BadCell("is no currency. Write its ISO 4217 code, such as EUR");
    }
  }

  private static String amount(String number) throws BadCell {
    int dot = number.lastIndexOf('.');
    int comma = number.lastIndexOf(',');
    String plain;
    if (dot >= 0 && comma >= 0) {
      char group = dot > comma ? ',' : '.';
      plain = grouped(number, group, dot > comma ? '.' : ',');
    } else if (dot >= 0 || comma >= 0) {
      plain = one(number, dot >= 0 ? '.' : ',');
    } else {
      plain = number;
    }
    return checked(plain);
  }

  private static String grouped(String number, char group, char decimal) throws BadCell {
    String pattern = "-?\\d{1,3}(?:\\%s\\d{3})+\\%s\\d+".formatted(group, decimal);
    if (!number.matches(pattern)) {
      throw new BadCell("is not an amount. Write it as 1299.90");
    }
    return number.replace(String.valueOf(group), "").replace(decimal, '.');
  }

  /** Only one kind of separator: between groups where it comes more than once. */
  private static String one(String number, char separator) throws BadCell {
    String s = String.valueOf(separator);
    if (number.indexOf(separator) != number.lastIndexOf(separator)) {
      if (!number.matches("-?\\d{1,3}(?:\\%s\\d{3})+".formatted(s))) {
        throw new BadCell("is not an amount. Write it as 1299.90");
      }
      return number.replace(s, "");
    }
    if (number.matches("-?[1-9]\\d{0,2}\\%s\\d{3}".formatted(s))) {
      String digits = number.replace(s, "");
      throw new BadCell(
          "could be %s or %s. Write it without a separator between thousands"
              .formatted(digits, number.replace(separator, '.')));
    }
    return number.replace(separator, '.');
  }

  private static String checked(String plain) throws BadCell {
    try {
      BigDecimal value = new BigDecimal(plain);
      if (value.scale() > 6 || value.precision() - value.scale() > 15) {
        throw new BadCell("has too many digits: at most 15, and 6 after the point");
      }
      return value.toPlainString();
    } catch (NumberFormatException e) {
      throw new BadCell("is not an amount. Write it as 1299.90");
    }
  }
}

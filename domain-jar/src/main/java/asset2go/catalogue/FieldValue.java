package asset2go.catalogue;

import asset2go.problem.Fault;
import asset2go.problem.Problem.FieldError;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A value of a custom field in its three shapes: as JSON has it (text, number, true or false), as
 * the graph stores it (numbers as FLOAT, dates as DATE), and as text for events and searches.
 */
public final class FieldValue {

  /** Within what an index can hold, whatever the letters. */
  private static final int LONGEST = 2_000;

  private static final int DIGITS = 15;
  private static final BigDecimal LARGEST = BigDecimal.TEN.pow(DIGITS);
  private static final Set<String> SCHEMES = Set.of("http", "https");

  /** A value that a field cannot have. */
  public static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Fault fault;
    private final transient String[] words;

    private Refused(Fault fault, String message, String... words) {
      super(message);
      this.fault = fault;
      this.words = words;
    }

    /** The error of the field at this path. */
    public FieldError at(String field) {
      return FieldError.of(field, fault, String.valueOf(getMessage()), words);
    }
  }

  private FieldValue() {}

  /**
   * What a request or a cell says, as JSON has it; the text of a number, a date or a truth value
   * does as well as the thing itself.
   *
   * @return null for nothing
   */
  public static @Nullable Object parse(FieldKind kind, @Nullable Object said) throws Refused {
    if (said == null || said instanceof String text && text.isBlank()) {
      return null;
    }
    return switch (kind) {
      case TEXT, CHOICE, LINK -> string(said);
      case NUMBER -> number(said);
      case DATE -> date(said);
      case BOOLEAN -> truth(said);
    };
  }

  private static String string(Object said) throws Refused {
    if (!(said instanceof String text)) {
      throw new Refused(Fault.FORMAT, "must be a text");
    }
    return text.strip();
  }

  private static Object number(Object said) throws Refused {
    if (!(said instanceof Number || said instanceof String)) {
      throw new Refused(Fault.FORMAT, "must be a number");
    }
    try {
      BigDecimal number = new BigDecimal(said.toString().strip()).stripTrailingZeros();
      if (number.abs().compareTo(LARGEST) >= 0
          || number.precision() > DIGITS
          || number.scale() > DIGITS) {
        throw new Refused(Fault.OUT_OF_RANGE, "must have at most %d digits".formatted(DIGITS));
      }
      return json(number.doubleValue());
    } catch (NumberFormatException e) {
      throw new Refused(Fault.FORMAT, "must be a number such as 12.5");
    }
  }

  private static Object json(double number) {
    return number == Math.rint(number) ? (Object) (long) number : (Object) number;
  }

  private static String date(Object said) throws Refused {
    try {
      return LocalDate.parse(said.toString().strip()).toString();
    } catch (DateTimeException e) {
      throw new Refused(Fault.FORMAT, "must be a date such as 2026-11-23");
    }
  }

  private static Boolean truth(Object said) throws Refused {
    return switch (said.toString().strip()) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new Refused(Fault.FORMAT, "must be true or false");
    };
  }

  /** Holds a value to the rules of its field. */
  public static void check(CustomField field, Object value) throws Refused {
    if (value instanceof String text && text.length() > LONGEST) {
      throw new Refused(
          Fault.TOO_LONG, "must be at most %d characters".formatted(LONGEST), "" + LONGEST);
    }
    switch (field.kind()) {
      case TEXT -> checkPattern(field.pattern(), value.toString());
      case CHOICE -> {
        List<String> choices = field.choices() == null ? List.of() : field.choices();
        if (!choices.contains(value.toString())) {
          throw new Refused(Fault.UNKNOWN, "must be one of " + String.join(", ", choices));
        }
      }
      case LINK -> checkLink(value.toString());
      case NUMBER, DATE, BOOLEAN -> {}
    }
  }

  private static void checkPattern(@Nullable String pattern, String text) throws Refused {
    try {
      if (pattern != null && !FieldPattern.of(pattern).matches(text)) {
        throw new Refused(Fault.FORMAT, "must match " + pattern);
      }
    } catch (FieldPattern.Unusable e) {
      throw new Refused(Fault.INVALID, "has a field whose pattern " + e.getMessage());
    }
  }

  private static void checkLink(String text) throws Refused {
    try {
      URI address = new URI(text);
      String scheme = address.getScheme();
      if (address.getHost() != null && scheme != null && SCHEMES.contains(scheme)) {
        return;
      }
    } catch (URISyntaxException e) {
      // said below
    }
    throw new Refused(Fault.FORMAT, "must be an address such as https://example.com/manual.pdf");
  }

  /** As the graph stores it. */
  public static @Nullable Object stored(FieldKind kind, @Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Number number -> number.doubleValue();
      case String text when kind == FieldKind.DATE -> LocalDate.parse(text);
      default -> value;
    };
  }

  /** What the graph has stored, as JSON has it. */
  public static @Nullable Object read(@Nullable Object stored) {
    return switch (stored) {
      case null -> null;
      case Double number -> json(number);
      case LocalDate day -> day.toString();
      default -> stored;
    };
  }

  /** As text, the same for the same value. */
  public static @Nullable String text(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Double number -> BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
      default -> value.toString();
    };
  }
}

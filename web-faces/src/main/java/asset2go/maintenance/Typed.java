package asset2go.maintenance;

import asset2go.frame.Form;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what was typed; what cannot be read is as good as nothing, where a browser checks it. */
final class Typed {

  private Typed() {}

  static @Nullable LocalDate day(@Nullable String typed) {
    var text = Form.orNull(typed);
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeException unreadable) {
      return null;
    }
  }

  static @Nullable Integer whole(@Nullable String typed) {
    var number = decimal(typed);
    try {
      return number == null ? null : number.intValueExact();
    } catch (ArithmeticException broken) {
      return null;
    }
  }

  /** With a point or a comma. */
  static @Nullable BigDecimal decimal(@Nullable String typed) {
    var text = Form.orNull(typed);
    try {
      return text == null ? null : new BigDecimal(text.replace(',', '.'));
    } catch (NumberFormatException unreadable) {
      return null;
    }
  }

  static List<String> lines(@Nullable String typed) {
    return Form.text(typed).lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }
}

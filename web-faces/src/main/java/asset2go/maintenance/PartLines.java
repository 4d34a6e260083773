package asset2go.maintenance;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Parts as one types them: a line for each, such as {@code 2; Oil filter; 9.90}. */
final class PartLines {

  private PartLines() {}

  /** What a line means; one without a number is one of something. */
  static List<PartUsed> read(@Nullable String typed) {
    var parts = new ArrayList<PartUsed>();
    for (var line : Typed.lines(typed)) {
      var cells = line.split(";", -1);
      var quantity = cells.length > 1 ? Typed.decimal(cells[0]) : null;
      var name = quantity == null ? 0 : 1;
      var price = cells.length > name + 1 ? Typed.decimal(cells[name + 1]) : null;
      parts.add(
          new PartUsed(cells[name].strip(), quantity == null ? BigDecimal.ONE : quantity, price));
    }
    return parts;
  }

  static String write(List<PartUsed> parts) {
    return parts.stream()
        .map(
            part ->
                part.quantity().toPlainString()
                    + "; "
                    + part.name()
                    + (part.unitPrice() == null ? "" : "; " + part.unitPrice().toPlainString()))
        .collect(Collectors.joining("\n"));
  }

  static JsonArray json(List<PartUsed> parts) {
    var array = Json.createArrayBuilder();
    for (var part : parts) {
      var line =
          Json.createObjectBuilder()
              .add("name", part.name())
              .add("quantity", part.quantity().toPlainString());
      if (part.unitPrice() != null) {
        line.add("unitPrice", part.unitPrice().toPlainString());
      }
      array.add(line);
    }
    return array.build();
  }
}

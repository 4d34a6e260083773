package asset2go.booking;

import asset2go.booking.BookingDraft.Wanted;
import asset2go.frame.Form;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A booking as the fields of the form: its times by the wall clock of its zone. */
final class BookingInputs {

  private BookingInputs() {}

  static void show(Map<String, String> values, Booking booking) {
    var zone = ZoneId.of(booking.zone());
    values.put("from", local(booking.from(), zone));
    values.put("to", local(booking.to(), zone));
    values.put("zone", booking.zone());
    values.put("purpose", Form.text(booking.purpose()));
    values.put("personId", booking.person().id());
    values.put("person", booking.person().name());
    values.put("bookingId", booking.id());
    for (var row = 0; row < booking.lines().size(); row++) {
      var line = booking.lines().get(row);
      if (line.asset() != null) {
        thing(values, row, "ASSET:" + line.asset().id(), line.asset().tag());
      } else if (line.model() != null) {
        thing(values, row, "MODEL:" + line.model().id(), line.model().name());
        values.put("quantity" + row, String.valueOf(line.quantity()));
      }
    }
  }

  static void thing(Map<String, String> values, int row, String id, String text) {
    values.put("thing" + row + "Id", id);
    values.put("thing" + row, text);
  }

  static String local(Instant instant, ZoneId zone) {
    return LocalDateTime.ofInstant(instant, zone).truncatedTo(ChronoUnit.MINUTES).toString();
  }

  /** The moment that is typed; null where it is none. */
  static @Nullable Instant instant(Map<String, String> values, String field) {
    try {
      var zone = ZoneId.of(Form.text(values.get("zone")));
      return LocalDateTime.parse(Form.text(values.get(field))).atZone(zone).toInstant();
    } catch (DateTimeException unreadable) {
      return null;
    }
  }

  static List<Wanted> lines(Map<String, String> values, List<Integer> rows) {
    var lines = new ArrayList<Wanted>();
    for (var row : rows) {
      var id = Form.text(values.get("thing" + row + "Id"));
      if (id.startsWith("ASSET:")) {
        lines.add(Wanted.asset(id.substring(6)));
      } else if (id.startsWith("KIT:")) {
        lines.add(Wanted.ofKit(id.substring(4), quantity(values.get("quantity" + row))));
      } else if (id.startsWith("MODEL:")) {
        lines.add(Wanted.ofModel(id.substring(6), quantity(values.get("quantity" + row))));
      }
    }
    return lines;
  }

  private static int quantity(@Nullable String typed) {
    try {
      return Integer.parseInt(Form.text(typed));
    } catch (NumberFormatException unreadable) {
      return 1;
    }
  }
}

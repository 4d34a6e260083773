package asset2go.booking;

import static asset2go.running.Text.json;
import static org.assertj.core.api.Assertions.assertThat;

import asset2go.running.Answer;
import asset2go.running.Api;
import asset2go.running.OneSystem;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Bookings that come again. */
final class BookingSeriesTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Instant NINE =
      ZonedDateTime.now(BERLIN).plusDays(3).with(LocalTime.of(9, 0)).toInstant();

  private static Api api;

  @BeforeAll
  static void start() {
    api = OneSystem.api();
  }

  @Test
  void everyOccurrenceIsABookingAtTheSameTimeOfDay() {
    Shop shop = Shop.with(api, 1);
    Answer made = series(shop, 30, false).expect(201);
    List<JsonObject> bookings = api.all("/v1/bookings?limit=20&series=" + made.id());
    assertThat(bookings)
        .hasSize(30)
        .allMatch(
            one ->
                Instant.parse(one.getString("from"))
                    .atZone(BERLIN)
                    .toLocalTime()
                    .equals(LocalTime.of(9, 0)));
    JsonObject cancelled =
        api.post("/v1/booking-series/" + made.id() + "/cancel", json("{}")).expect(200).json();
    assertThat(cancelled.getJsonArray("occurrences").getValuesAs(JsonObject.class))
        .allMatch(one -> one.getString("state").equals("CANCELLED"));
    series(shop, 2, false).expect(201);
  }

  @Test
  void whereOneClashesNoneIsBookedOrTheOthers() {
    Shop shop = Shop.with(api, 1);
    Instant second = NINE.atZone(BERLIN).plusWeeks(1).toInstant();
    api.post(
            "/v1/bookings",
            json(
                "{'from': '%s', 'to': '%s', 'lines': [%s]}",
                second, second.plusSeconds(60), shop.any(1)))
        .expect(201);
    series(shop, 3, false).expect(409);
    assertThat(api.get("/v1/bookings?model=" + shop.modelId()).items()).hasSize(1);
    JsonObject made = series(shop, 3, true).expect(201).json();
    List<JsonObject> occurrences = made.getJsonArray("occurrences").getValuesAs(JsonObject.class);
    assertThat(occurrences).hasSize(3);
    assertThat(occurrences.get(1).containsKey("bookingId")).isFalse();
    assertThat(occurrences.get(1).getString("clash")).isNotBlank();
    assertThat(occurrences.get(2).getString("state")).isEqualTo("CONFIRMED");
  }

  private static Answer series(Shop shop, int times, boolean skip) {
    return api.post(
        "/v1/booking-series",
        json(
            "{'booking': {'from': '%s', 'to': '%s', 'zone': 'Europe/Berlin', 'lines': [%s]},"
                + " 'repeat': {'every': 'WEEK', 'times': %d}, 'skipClashes': %b}",
            NINE, NINE.plusSeconds(7_200), shop.any(1), times, skip));
  }
}

package asset2go.booking;

import static asset2go.running.Text.json;

import asset2go.running.Answer;
import asset2go.running.Api;
import asset2go.running.Some;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A model with some assets of it, and hours that begin on a day to come.
 *
 * @param modelId the model
 * @param assets ids of its assets
 */
record Shop(Api api, String modelId, List<String> assets) {

  private static final Instant ZERO =
      Instant.now().plus(Duration.ofDays(3)).truncatedTo(ChronoUnit.DAYS);

  static Shop with(Api api, int count) {
    String model =
        api.post("/v1/models", json("{'name': 'Camera %s'}", Some.word())).expect(201).id();
    return new Shop(
        api,
        model,
        IntStream.range(0, count)
            .mapToObj(
                i ->
                    api.post(
                            "/v1/assets",
                            json(
                                "{'tag': 'B-%s', 'name': 'Camera', 'modelId': '%s'}",
                                Some.word(), model))
                        .expect(201)
                        .id())
            .toList());
  }

  static Instant hour(int hour) {
    return ZERO.plus(Duration.ofHours(hour));
  }

  String asset(int index) {
    return assets.get(index);
  }

  /** As somebody else. */
  Shop by(Api other) {
    return new Shop(other, modelId, assets);
  }

  Answer bookAny(int quantity, int from, int to) {
    return api.post("/v1/bookings", wish(from, to, any(quantity)));
  }

  Answer book(String asset, int from, int to) {
    return api.post("/v1/bookings", wish(from, to, one(asset)));
  }

  Answer checkAny(int quantity, int from, int to) {
    return api.post("/v1/bookings/check", wish(from, to, any(quantity))).expect(200);
  }

  Answer check(String asset, int from, int to) {
    return api.post("/v1/bookings/check", wish(from, to, one(asset))).expect(200);
  }

  String any(int quantity) {
    return json("{'modelId': '%s', 'quantity': %d}", modelId, quantity).toString();
  }

  static String one(String asset) {
    return json("{'assetId': '%s'}", asset).toString();
  }

  static jakarta.json.JsonObject wish(int from, int to, String... lines) {
    return json(
        "{'from': '%s', 'to': '%s', 'lines': [%s]}",
        hour(from), hour(to), String.join(", ", Stream.of(lines).toList()));
  }
}

package asset2go.booking;

import asset2go.graph.Graph;
import asset2go.graph.Slice;
import asset2go.graph.Transaction;
import asset2go.identity.Actor;
import asset2go.page.Page;
import asset2go.problem.DomainError;
import asset2go.right.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/** Lists and calendars of bookings. */
@ApplicationScoped
public class BookingList {

  private static final Duration USUAL = Duration.ofDays(14);
  private static final Duration LONGEST = Duration.ofDays(366);

  private @Inject Graph graph;

  /** The bookings that match and that the actor may see, by their beginning. */
  public Page<Booking> find(Actor actor, BookingQuery query) {
    Slice slice = Slice.of(query.limit, query.after);
    List<String> states = states(query.state);
    Map<String, @Nullable Object> parameters = BookingSight.parameters(actor);
    parameters.putAll(
        slice.parameters(
            "person",
            said(query.person),
            "states",
            states,
            "from",
            query.from,
            "to",
            query.to,
            "begin",
            begin(slice),
            "series",
            query.series,
            "asset",
            query.asset,
            "model",
            query.model));
    List<Record> rows =
        graph.read(
            tx ->
                tx.rows(
                    """
                    %s
                    WHERE %s
                    WITH DISTINCT b ORDER BY b.from, b.id LIMIT $limit
                    RETURN toString(b.from) AS key, b.id AS id, %s
                    """
                        .formatted(
                            source(query), conditions(actor, query), BookingView.columns(actor)),
                    parameters));
    return slice.page(rows, BookingView::of);
  }

  private static @Nullable Instant begin(Slice slice) {
    try {
      return slice.after() == null ? null : OffsetDateTime.parse(slice.after().key()).toInstant();
    } catch (DateTimeException e) {
      throw new DomainError.Malformed("after", "is not a cursor of this list");
    }
  }

  /** Only what is asked for, so that an index can be chosen for it. */
  private static String conditions(Actor actor, BookingQuery query) {
    List<String> conditions = new ArrayList<>(List.of("b.from IS NOT NULL"));
    if (!BookingSight.seesAll(actor)) {
      conditions.add(BookingSight.booking(actor));
    }
    if (said(query.person) != null) {
      conditions.add("b.personId = $person");
    }
    if (said(query.series) != null) {
      conditions.add("b.seriesId = $series");
    }
    if (said(query.state) != null) {
      conditions.add("b.state IN $states");
    }
    if (query.from != null) {
      conditions.add("b.to > $from");
    }
    if (query.to != null) {
      conditions.add("b.from < $to");
    }
    if (said(query.after) != null) {
      conditions.add("b.from >= $begin");
      conditions.add("(b.from > $begin OR b.id > $id)");
    }
    return String.join(" AND ", conditions);
  }

  private static String source(BookingQuery query) {
    if (said(query.asset) != null) {
      return said(query.model) == null
          ? "MATCH (:Asset {id: $asset})<-[:RESERVES|RESERVED]-(b:Booking)"
          : """
            MATCH (:Asset {id: $asset})<-[:RESERVES|RESERVED]-(b:Booking),
                  (b)-[:REQUESTS|REQUESTED]->(:AssetModel {id: $model})
            """;
    }
    return said(query.model) == null
        ? "MATCH (b:Booking)"
        : "MATCH (:AssetModel {id: $model})<-[:REQUESTS|REQUESTED]-(b:Booking)";
  }

  private static List<String> states(@Nullable String asked) {
    String said = said(asked);
    if (said == null) {
      return List.of();
    }
    List<String> known = Arrays.stream(BookingState.values()).map(Enum::name).toList();
    List<String> states =
        Arrays.stream(said.split(",", -1))
            .map(state -> state.strip().toUpperCase(Locale.ROOT))
            .toList();
    if (!known.containsAll(states)) {
      throw new DomainError.Malformed("state", "must be of " + String.join(", ", known));
    }
    return states;
  }

  /** When an asset, the assets of a model, or everything that is booked is taken. */
  public BookingCalendar calendar(
      Actor actor,
      @Nullable String assetId,
      @Nullable String modelId,
      @Nullable Instant asked,
      @Nullable Instant askedEnd) {
    Instant now = Instant.now();
    Instant from = asked == null ? now : asked;
    Instant to = askedEnd == null ? from.plus(USUAL) : askedEnd;
    if (!from.isBefore(to) || to.isAfter(from.plus(LONGEST))) {
      throw new DomainError.Malformed("to", "must be after from, and at most 366 days");
    }
    return graph.read(
        tx -> {
          BusyPeriods busy = new BusyPeriods(tx, actor, from, to, now, "");
          List<BookingCalendar.Row> rows = new ArrayList<>();
          if (said(assetId) == null) {
            things(tx, actor, MODELS, said(modelId), from, to)
                .forEach(
                    row ->
                        rows.add(
                            new BookingCalendar.Row(
                                null,
                                asset2go.graph.Values.ref(row.get("model")),
                                busy.ofRequests(row.get("id").asString()))));
          }
          things(tx, actor, said(assetId) == null ? ASSETS : ASSET, id(assetId, modelId), from, to)
              .forEach(
                  row ->
                      rows.add(
                          new BookingCalendar.Row(
                              BookingView.asset(row.get("asset")),
                              asset2go.graph.Values.ref(row.get("model")),
                              busy.ofAsset(row.get("id").asString()))));
          return new BookingCalendar(from, to, rows);
        });
  }

  private static final String ASSET = "MATCH (a:Asset {id: $id})" + "\n";

  private static final String ASSETS =
      """
      CALL {
        MATCH (:AssetModel {id: $id})<-[:OF_MODEL]-(a:Asset)
        RETURN a
        UNION
        MATCH (a:Asset)<-[r:RESERVES]-(:Booking)
        WHERE $id IS NULL AND r.busyTo > $from AND r.busyFrom < $to
        RETURN a
      }
      """;

  private static final String MODELS =
      """
      CALL {
        MATCH (m:AssetModel {id: $id})
        RETURN m
        UNION
        MATCH (m:AssetModel)<-[r:REQUESTS]-(:Booking)
        WHERE $id IS NULL AND r.busyTo > $from AND r.busyFrom < $to AND r.open > 0
        RETURN m
      }
      """;

  private static List<Record> things(
      Transaction tx, Actor actor, String source, @Nullable String id, Instant from, Instant to) {
    Scope scope = actor.scope();
    String rest =
        source.equals(MODELS)
            ? """
              WITH DISTINCT m WHERE $id IS NOT NULL OR %s
              WITH m ORDER BY m.nameKey LIMIT $most
              RETURN m.id AS id, m{.id, .name} AS model
              """
                .formatted(scope.model("m"))
            : """
              WITH DISTINCT a WHERE %s
              WITH a ORDER BY a.tag, a.id LIMIT $most
              RETURN a.id AS id, a{.id, .tag, .name, .status} AS asset,
                     [(a)-[:OF_MODEL]->(m) | m{.id, .name}][0] AS model
              """
                .formatted(scope.asset("a"));
    Map<String, @Nullable Object> parameters =
        scope.with("id", id, "from", from, "to", to, "most", BookingCalendar.MOST_ROWS);
    return tx.rows(source + rest, parameters);
  }

  private static @Nullable String id(@Nullable String assetId, @Nullable String modelId) {
    return said(assetId) == null ? said(modelId) : assetId;
  }

  private static @Nullable String said(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }
}

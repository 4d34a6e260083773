package asset2go.maintenance;

import static asset2go.graph.Values.date;
import static asset2go.graph.Values.instant;
import static asset2go.graph.Values.ref;
import static asset2go.graph.Values.text;

import asset2go.asset.AssetView;
import asset2go.document.DocumentView;
import asset2go.graph.Graph;
import asset2go.graph.Slice;
import asset2go.graph.Transaction;
import asset2go.identity.Actor;
import asset2go.page.Page;
import asset2go.page.Ref;
import asset2go.problem.DomainError;
import asset2go.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** What the calibrations of an asset found, and which of them counted when. */
@ApplicationScoped
public class Calibrations {

  /** The latest first: by the day, and of one day by when it was recorded. */
  private static final String LATEST =
      """
      MATCH (c:Calibration)-[:OF]->(a:Asset)
      WHERE c.assetId = $asset AND c.on <= $day
        AND ($key IS NULL OR c.on < date($key) OR (c.on = date($key) AND c.id < $id))
      WITH c, a ORDER BY c.on DESC, c.id DESC LIMIT $limit
      RETURN toString(c.on) AS key, c.id AS id, c{.*} AS calibration,
             a{.id, .tag, .name, .status} AS asset,
             [(c)-[:BY]->(w) | w{.id, name: w.number}][0] AS order,
             %s AS documents
      """
          .formatted(DocumentView.of("c"));

  private static final LocalDate EVER = LocalDate.of(9999, 12, 31);

  private @Inject Graph graph;

  public Page<Calibration> list(
      Actor actor,
      String assetId,
      @Nullable String validOn,
      @Nullable Integer limit,
      @Nullable String after) {
    LocalDate day = day(validOn);
    return graph.read(
        tx -> {
          if (Rights.seen(tx, actor, "Asset", List.of(assetId)).isEmpty()) {
            throw new DomainError.NotFound("asset", assetId);
          }
          if (day != null) {
            List<Calibration> last = latest(tx, assetId, day, 1);
            return new Page<>(last.stream().filter(one -> counts(one, day)).toList(), null, null);
          }
          Slice slice = Slice.of(limit, after);
          Map<String, @Nullable Object> parameters =
              slice.parameters("asset", assetId, "day", EVER);
          return slice.page(tx.rows(LATEST, parameters), Calibrations::of);
        });
  }

  private static @Nullable LocalDate day(@Nullable String text) {
    try {
      return text == null || text.isBlank() ? null : LocalDate.parse(text.strip());
    } catch (DateTimeParseException e) {
      throw new DomainError.Malformed("validOn", "must be a day such as 2026-11-28");
    }
  }

  /** Whether the latest of a day counts on it. */
  private static boolean counts(Calibration latest, LocalDate day) {
    LocalDate until = latest.validUntil();
    return latest.result() == Calibration.Result.PASSED && until != null && !until.isBefore(day);
  }

  /** The latest few that were done by a day. */
  static List<Calibration> latest(Transaction tx, String assetId, LocalDate day, int most) {
    return tx.list(
        LATEST,
        new Slice(most - 1, null).parameters("asset", assetId, "day", day),
        Calibrations::of);
  }

  /** The same whenever they were. */
  static List<Calibration> latest(Transaction tx, String assetId, int most) {
    return latest(tx, assetId, EVER, most);
  }

  private static Calibration of(Record row) {
    Value c = row.get("calibration");
    return new Calibration(
        c.get("id").asString(),
        AssetView.assetRef(row.get("asset")),
        Objects.requireNonNull(ref(row.get("order"))),
        Calibration.Result.valueOf(c.get("result").asString()),
        c.get("on").asLocalDate(),
        date(c.get("validUntil")),
        text(c.get("deviation")),
        text(c.get("certificate")),
        text(c.get("by")),
        DocumentView.list(row.get("documents")),
        new Ref(c.get("byId").asString(), c.get("byName").asString()),
        instant(c.get("at")));
  }
}

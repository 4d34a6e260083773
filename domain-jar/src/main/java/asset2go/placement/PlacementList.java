package asset2go.placement;

import asset2go.graph.Graph;
import asset2go.graph.Keyset;
import asset2go.graph.Moment;
import asset2go.graph.Slice;
import asset2go.graph.Values;
import asset2go.identity.Actor;
import asset2go.page.Page;
import asset2go.problem.DomainError;
import asset2go.right.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where an asset stood, the newest first. */
@ApplicationScoped
public class PlacementList {

  /** After every stay there can be. */
  private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

  private static final Instant BEGINNING = Instant.parse("0001-01-01T00:00:00Z");

  private @Inject Graph graph;

  /**
   * One page.
   *
   * @param on a day or a moment; null for all that is known
   */
  public Page<Placement> ofAsset(
      Actor actor,
      String assetId,
      @Nullable String on,
      @Nullable Integer limit,
      @Nullable String after) {
    Slice slice = Slice.of(limit, after);
    Moment moment =
        on == null || on.isBlank() ? new Moment(BEGINNING, END) : Moment.parse("on", on.strip());
    Instant before = before(slice.after());
    Scope scope = actor.scope();
    return graph.read(
        tx -> {
          Positions.one(tx, scope, assetId);
          Map<String, @Nullable Object> parameters =
              scope.with(
                  "subject", assetId, "begin", moment.begin(), "end", moment.end(), "last", before);
          parameters.putAll(slice.parameters());
          return slice.page(
              tx.rows(
                  """
                  MATCH (p:Placement)
                  WHERE p.subjectId = $subject AND p.from <= $last AND p.id IS NOT NULL
                    AND (p.from < $last OR $id IS NULL OR p.id < $id)
                    AND p.from < $end AND (p.to IS NULL OR p.to > $begin)
                  WITH p ORDER BY p.subjectId DESC, p.from DESC, p.id DESC LIMIT $limit
                  MATCH (p)-[:IN]->(x)
                  RETURN toString(p.from) AS key, p.id AS id, p.from AS from, p.to AS to, %s AS place
                  ORDER BY from DESC, id DESC
                  """
                      .formatted(Places.column(scope)),
                  parameters),
              row ->
                  new Placement(
                      row.get("id").asString(),
                      Places.of(row.get("place")),
                      Values.instant(row.get("from")),
                      Values.instantOrNull(row.get("to"))));
        });
  }

  private static Instant before(@Nullable Keyset after) {
    try {
      return after == null ? END : Instant.parse(after.key());
    } catch (DateTimeException e) {
      throw new DomainError.Malformed("after", "is not a cursor of this list");
    }
  }
}

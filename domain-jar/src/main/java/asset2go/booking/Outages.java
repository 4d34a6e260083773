package asset2go.booking;

import asset2go.dependency.Fallout;
import asset2go.graph.Graph;
import asset2go.graph.Limits;
import asset2go.graph.Transaction;
import asset2go.graph.Values;
import asset2go.identity.Actor;
import asset2go.location.LocationTree;
import asset2go.page.Cut;
import asset2go.page.Ref;
import asset2go.problem.DomainError;
import asset2go.right.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whose bookings it hits where something is out, and all that depends on it. */
@ApplicationScoped
public class Outages {

  private static final int USUAL_DEPTH = 10;
  private static final int MAX_DEPTH = 50;
  private static final Duration LONGEST = Duration.ofDays(366);

  private @Inject Graph graph;

  /** What is asked. */
  private record Question(Instant from, Instant to, int depth, Instant now) {}

  /** Where an asset is out. */
  public Outage ofAsset(
      Actor actor,
      String id,
      @Nullable Instant from,
      @Nullable Instant to,
      @Nullable Integer depth) {
    Question question = question(from, to, depth);
    return graph.read(
        tx -> {
          Scope scope = actor.scope();
          Ref asset =
              tx.one(
                      "MATCH (a:Asset {id: $id}) WHERE %s RETURN a{.id, .name} AS a"
                          .formatted(scope.asset("a")),
                      scope.with("id", id))
                  .map(row -> Values.ref(row.get("a")))
                  .orElseThrow(() -> new DomainError.NotFound("asset", id));
          return answer(tx, actor, Objects.requireNonNull(asset), List.of(id), question);
        });
  }

  /** Where all is out that the actor sees at a location or below, also inside of other things. */
  public Outage ofLocation(
      Actor actor,
      String id,
      @Nullable Instant from,
      @Nullable Instant to,
      @Nullable Integer depth) {
    Question question = question(from, to, depth);
    return graph.read(
        tx -> {
          Scope scope = actor.scope();
          List<String> places = LocationTree.subtree(tx, scope, id);
          Ref location =
              tx.one(
                      "MATCH (l:Location {id: $id}) RETURN l{.id, .name} AS l",
                      java.util.Map.of("id", id))
                  .map(row -> Values.ref(row.get("l")))
                  .orElseThrow(() -> new DomainError.NotFound("location", id));
          List<String> assets =
              tx.list(
                  """
                  MATCH (a:Asset) WHERE a.rootLocationId IN $places AND %s
                  RETURN a.id AS id LIMIT $most
                  """
                      .formatted(scope.asset("a")),
                  scope.with("places", places, "most", Fallout.MOST),
                  row -> row.get("id").asString());
          return answer(tx, actor, Objects.requireNonNull(location), assets, question);
        });
  }

  private static Question question(
      @Nullable Instant asked, @Nullable Instant askedEnd, @Nullable Integer depth) {
    Instant now = Instant.now();
    Instant from = asked == null ? now : asked;
    Instant to = askedEnd == null ? from.plus(Duration.ofDays(Outage.USUAL_DAYS)) : askedEnd;
    if (!from.isBefore(to) || to.isAfter(from.plus(LONGEST))) {
      throw new DomainError.Malformed("to", "must be after from, and at most 366 days");
    }
    return new Question(from, to, Limits.within("depth", depth, USUAL_DEPTH, MAX_DEPTH), now);
  }

  private static Outage answer(
      Transaction tx, Actor actor, Ref what, List<String> starts, Question asked) {
    Fallout fallout = Fallout.of(tx, actor.scope(), starts, asked.depth());
    OutageHits hits = new OutageHits(tx, actor, asked.from(), asked.to(), asked.now());
    hits.look(fallout.ids());
    List<Outage.Hit> bookings = hits.bookings();
    Cut cut = fallout.cut() == null ? hits.cut() : fallout.cut();
    if (cut == null && starts.size() == Fallout.MOST) {
      cut = Cut.SIZE;
    }
    return new Outage(
        what,
        asked.from(),
        asked.to(),
        fallout.ids().size() - fallout.others(),
        fallout.others(),
        bookings.stream().limit(Outage.MOST).toList(),
        bookings.size(),
        cut == null && bookings.size() > Outage.MOST ? Cut.SIZE : cut);
  }
}

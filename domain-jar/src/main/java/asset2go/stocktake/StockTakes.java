package asset2go.stocktake;

import static asset2go.graph.Parameters.map;

import asset2go.asset.AssetEvent;
import asset2go.asset.AssetEvent.Change;
import asset2go.event.Events;
import asset2go.graph.Graph;
import asset2go.graph.Ids;
import asset2go.graph.Limits;
import asset2go.graph.Transaction;
import asset2go.identity.Actor;
import asset2go.identity.Duty;
import asset2go.page.Page;
import asset2go.problem.DomainError;
import asset2go.problem.Fault;
import asset2go.right.Limit;
import asset2go.right.Rights;
import asset2go.search.Folding;
import asset2go.stocktake.StockTake.State;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Stock-takes: opened, ended, closed, given up. Scans are {@link Counting}. */
@ApplicationScoped
public class StockTakes {

  private static final Set<State> CAN_BE_GIVEN_UP =
      EnumSet.of(State.PREPARING, State.COUNTING, State.COMPARING, State.REVIEWING);

  private @Inject Graph graph;
  private @Inject Events events;
  private @Inject Progress progress;

  public StockTake get(Actor actor, String id) {
    return graph.read(tx -> TakeView.one(tx, actor, id));
  }

  /** Begins one. */
  public StockTake open(Actor actor, StockTakeDraft draft) {
    String id = Ids.next();
    Instant now = Instant.now();
    return graph.write(
        tx -> {
          create(tx, actor, id, draft, now);
          List<Change> changes = List.of(new Change("name", null, draft.name().strip()));
          events.append(tx, "StockTake", id, "OPENED", actor, now, changes);
          progress.begin(tx, actor, id);
          return TakeView.one(tx, actor, id);
        });
  }

  private static void create(
      Transaction tx, Actor actor, String id, StockTakeDraft draft, Instant now) {
    boolean place = said(draft.locationId());
    if (place == said(draft.categoryId())) {
      throw new DomainError.Invalid(
          place ? "categoryId" : "locationId",
          place ? Fault.INVALID : Fault.REQUIRED,
          "a stock-take is of a location or of a category");
    }
    String overId = String.valueOf(place ? draft.locationId() : draft.categoryId()).strip();
    if (place) {
      Rights.requireSeen(tx, actor, "Location", overId, "locationId");
    } else if (!actor.holds(Duty.KEEP.roles())) {
      throw new DomainError.Forbidden("A category may stand anywhere: your rights do not.");
    }
    boolean there =
        tx.one(
                """
                MATCH (over:%s {id: $overId})
                CREATE (s:StockTake {id: $id, name: $name, searchText: $searchText,
                                     state: $state, open: true,
                                     overKind: $overKind, overId: over.id, overName: over.name,
                                     rootLocationId: $placeId, companyId: over.companyId,
                                     includeAway: $includeAway, openedAt: $now,
                                     openedById: $actorId, openedByName: $actorName})
                CREATE (s)-[:OVER]->(over)
                RETURN s.id AS id
                """
                    .formatted(place ? "Location" : "Category"),
                map(
                    "overId",
                    overId,
                    "id",
                    id,
                    "name",
                    draft.name().strip(),
                    "searchText",
                    Folding.fold(draft.name()),
                    "state",
                    State.PREPARING,
                    "overKind",
                    place ? "LOCATION" : "CATEGORY",
                    "placeId",
                    place ? overId : null,
                    "includeAway",
                    Boolean.TRUE.equals(draft.includeAway()),
                    "now",
                    now,
                    "actorId",
                    actor.id(),
                    "actorName",
                    actor.name()))
            .isPresent();
    if (!there) {
      throw new DomainError.Invalid(
          place ? "locationId" : "categoryId",
          Fault.UNKNOWN,
          "there is no %s %s".formatted(place ? "location" : "category", overId));
    }
    if (place) {
      Rights.requireStillAt(tx, actor, overId, Duty.KEEP.roles());
    }
  }

  /** Ends counting; ended before, it stays as it is. */
  public StockTake finish(Actor actor, String id) {
    Instant now = Instant.now();
    return graph.write(
        tx -> {
          StockTake take = TakeView.lock(tx, actor, id, Duty.KEEP.roles());
          switch (take.state()) {
            case COUNTING -> {
              move(tx, actor, take, State.COMPARING, "COUNTED", now);
              progress.begin(tx, actor, id);
            }
            case COMPARING, REVIEWING -> {
              // Somebody else has just ended it.
            }
            default -> throw refused(take, "Counting cannot be ended");
          }
          return TakeView.one(tx, actor, id);
        });
  }

  /** Writes what was accepted; called again while that is under way, it is taken up again. */
  public StockTake close(Actor actor, String id) {
    Instant now = Instant.now();
    return graph.write(
        tx -> {
          StockTake take = TakeView.lock(tx, actor, id, Duty.KEEP.roles());
          switch (take.state()) {
            case REVIEWING -> {
              requireDecided(take);
              sign(tx, actor, id);
              move(tx, actor, take, State.CLOSING, "CLOSING", now);
              progress.begin(tx, actor, id);
            }
            case CLOSING -> progress.order(tx, actor, id);
            case CLOSED -> {
              // Somebody else has just closed it.
            }
            default -> throw refused(take, "It cannot be closed");
          }
          return TakeView.one(tx, actor, id);
        });
  }

  private static void requireDecided(StockTake take) {
    long open = take.reviews().proposed();
    if (open > 0) {
      throw new DomainError.Conflict(
          "%d corrections are proposed: accept or dismiss each of them first.".formatted(open));
    }
  }

  private static void sign(Transaction tx, Actor actor, String id) {
    tx.run(
        """
        MATCH (s:StockTake {id: $id})
        SET s.closedById = $actorId, s.closedByName = $actorName, s.closedRequest = $request,
            s += $limit
        """,
        map(
            "id", id,
            "actorId", actor.id(),
            "actorName", actor.name(),
            "request", actor.requestId(),
            "limit", Limit.kept(actor.scope())));
  }

  /** Gives it up. */
  public StockTake cancel(Actor actor, String id) {
    Instant now = Instant.now();
    return graph.write(
        tx -> {
          StockTake take = TakeView.lock(tx, actor, id, Duty.KEEP.roles());
          if (take.state() != State.CANCELLED) {
            if (!CAN_BE_GIVEN_UP.contains(take.state())) {
              throw refused(take, "It cannot be given up");
            }
            move(tx, actor, take, State.CANCELLED, "CANCELLED", now);
          }
          return TakeView.one(tx, actor, id);
        });
  }

  private void move(
      Transaction tx, Actor actor, StockTake take, State to, String kind, Instant now) {
    TakeView.move(tx, take.id(), to);
    List<Change> changes = List.of(new Change("state", take.state().name(), to.name()));
    events.append(tx, "StockTake", take.id(), kind, actor, now, changes);
  }

  private static DomainError refused(StockTake take, String what) {
    return new DomainError.Conflict("%s: it is %s.".formatted(what, take.state()));
  }

  /** What happened to it, the newest first. */
  public Page<AssetEvent> events(
      Actor actor, String id, @Nullable Integer limit, @Nullable String after) {
    Long before = after == null ? null : number(after);
    return graph.read(
        tx -> {
          TakeView.one(tx, actor, id);
          return events.page(tx, id, Limits.page(limit), before);
        });
  }

  private static long number(String after) {
    try {
      return Long.parseLong(after);
    } catch (NumberFormatException e) {
      throw new DomainError.Malformed("after", "is not a cursor of this list");
    }
  }

  private static boolean said(@Nullable String text) {
    return text != null && !text.isBlank();
  }
}

package asset2go.people;

import static asset2go.graph.Parameters.map;

import asset2go.asset.AssetEvent.Change;
import asset2go.asset.Custodian;
import asset2go.asset.Holder;
import asset2go.booking.Booking;
import asset2go.booking.Departures;
import asset2go.custody.Basket;
import asset2go.custody.Handovers;
import asset2go.custody.Holding;
import asset2go.custody.Holdings;
import asset2go.event.Events;
import asset2go.graph.Graph;
import asset2go.graph.Transaction;
import asset2go.identity.Actor;
import asset2go.identity.RoleName;
import asset2go.identity.Users;
import asset2go.maintenance.AssignedWork;
import asset2go.page.Page;
import asset2go.page.Ref;
import asset2go.problem.DomainError;
import asset2go.problem.Fault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/**
 * People who leave: what they have is settled, what they booked is called off, they leave their
 * teams and are shut out, all in one transaction. Whoever hands something to them meanwhile comes
 * before it, or is refused.
 */
@ApplicationScoped
public class Offboardings {

  /** More than this is handed back in baskets first. */
  private static final int MOST = 2_000;

  /** So many work orders are named. */
  private static final int SHOWN = 50;

  private @Inject Graph graph;
  private @Inject Events events;
  private @Inject Users users;
  private @Inject Members members;
  private @Inject Holdings holdings;
  private @Inject Handovers handovers;
  private @Inject AssignedWork work;
  private @Inject Departures departures;

  /** What there is to settle. */
  public Offboarding preview(Actor actor, String id) {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    return graph.read(
        tx -> {
          Person person = PersonView.one(tx, id);
          Page<Holding> held = holdings.ofPerson(tx, actor, id);
          Record counts =
              tx.one(
                      """
                      RETURN COUNT { MATCH (:Person {id: $id})<-[:HELD_BY]-(:Asset) } AS direct,
                             COUNT { MATCH (:Person {id: $id})<-[:HELD_BY]-(a:Asset)
                                     WHERE a.due < $today } AS overdue,
                             COUNT { MATCH (x:Acceptance)
                                     WHERE x.personId = $id AND x.id < '~'
                                       AND x.state = 'WAITING' } AS unsigned
                      """,
                      map("id", id, "today", today))
                  .orElseThrow();
          return new Offboarding(
              person,
              held.items(),
              held.next() != null,
              departures.of(tx, actor, id),
              counts.get("direct").asLong(),
              counts.get("overdue").asLong(),
              counts.get("unsigned").asLong(),
              AssignedWork.open(tx, actor, id, SHOWN),
              AssignedWork.count(tx, actor, id));
        });
  }

  /** Sees somebody off. */
  public OffboardingOutcome offboard(Actor actor, String id, OffboardingRequest asked) {
    Instant now = Instant.now();
    return graph.write(tx -> offboard(tx, actor, id, asked, now));
  }

  private OffboardingOutcome offboard(
      Transaction tx, Actor actor, String id, OffboardingRequest asked, Instant now) {
    Person person = PersonView.one(tx, id);
    check(actor, person);
    if (person.signsIn()) {
      users.shutOut(tx, actor, id, now);
    }
    PersonView.lock(tx, id);
    List<String> handed = handed(tx, id);
    Custodian heir = heir(tx, person, asked.transferTo(), handed);
    if (heir == null && asked.condition() == null && !handed.isEmpty()) {
      throw new DomainError.Invalid("condition", Fault.REQUIRED, "must say how it came back");
    }
    List<Basket.Item> items =
        handovers.clear(
            tx, actor, handed, heir, asked.due(), asked.condition(), asked.notes(), now);
    List<Booking> calledOff = departures.callOff(tx, actor, id, now);
    members.removeFromAll(tx, actor, id, now);
    mark(tx, actor, person, now);
    Holder to = asked.transferTo();
    String worker = to != null && to.kind() == Holder.Kind.PERSON ? to.id() : null;
    List<Ref> passed = work.pass(tx, actor, id, worker, now);
    return new OffboardingOutcome(PersonView.one(tx, id), items, calledOff, passed);
  }

  private static void check(Actor actor, Person person) {
    if (actor.id().equals(person.id())) {
      throw new DomainError.Conflict("Nobody sees themselves off: somebody else has to do it.");
    }
    if (person.signsIn() && !actor.holds(RoleName.ADMIN)) {
      throw new DomainError.Forbidden("They sign in: only an administrator may shut them out.");
    }
  }

  private static List<String> handed(Transaction tx, String id) {
    List<String> handed =
        tx.list(
            """
            MATCH (:Person {id: $id})<-[:HELD_BY]-(a:Asset)
            RETURN a.id AS id LIMIT $most
            """,
            map("id", id, "most", MOST + 1),
            row -> row.get("id").asString());
    if (handed.size() > MOST) {
      throw new DomainError.Conflict(
          "They have more than %d things: take some back in baskets first.".formatted(MOST));
    }
    return handed;
  }

  private static @Nullable Custodian heir(
      Transaction tx, Person leaver, @Nullable Holder to, List<String> handed) {
    if (to == null) {
      return null;
    }
    Custodian heir =
        Custodian.lock(tx, to, handed, "transferTo")
            .orElseThrow(() -> Custodian.unknown(to, "transferTo"));
    heir.checkPresent("transferTo");
    if (to.id().equals(leaver.id())) {
      throw new DomainError.Invalid("transferTo.id", Fault.LEFT, "is who leaves");
    }
    return heir;
  }

  private void mark(Transaction tx, Actor actor, Person person, Instant now) {
    tx.run(
        """
        MATCH (p:Person {id: $id})
        SET p.leftAt = coalesce(p.leftAt, $now), p.version = coalesce(p.version, 1) + 1,
            p.updatedAt = $now
        """,
        map("id", person.id(), "now", now));
    if (person.leftAt() == null) {
      Change left = new Change("leftAt", null, now.toString());
      events.append(tx, "Person", person.id(), "OFFBOARDED", actor, now, List.of(left));
    }
  }

  /** Somebody is with us after all. */
  public Person welcomeBack(Actor actor, String id) {
    Instant now = Instant.now();
    return graph.write(
        tx -> {
          Person person = PersonView.lock(tx, id);
          if (person.leftAt() == null) {
            return person;
          }
          tx.run(
              """
              MATCH (p:Person {id: $id})
              REMOVE p.leftAt
              SET p.version = coalesce(p.version, 1) + 1, p.updatedAt = $now
              """,
              Map.of("id", id, "now", now));
          Change back = new Change("leftAt", person.leftAt().toString(), null);
          events.append(tx, "Person", id, "WELCOMED_BACK", actor, now, List.of(back));
          return PersonView.one(tx, id);
        });
  }
}

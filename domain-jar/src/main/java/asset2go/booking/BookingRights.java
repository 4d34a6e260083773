package asset2go.booking;

import static asset2go.graph.Values.text;

import asset2go.booking.BookingDraft.Wanted;
import asset2go.graph.Transaction;
import asset2go.identity.Actor;
import asset2go.identity.Duty;
import asset2go.identity.RoleName;
import asset2go.problem.DomainError;
import asset2go.problem.Fault;
import asset2go.right.Scope;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What somebody may do with all the equipment that a booking names. */
final class BookingRights {

  private BookingRights() {}

  /**
   * The actor with the roles that hold for all of a wish; whoever holds a role holds the lower
   * ones.
   *
   * @param known ids of what is booked already: it stays so, wherever it has been moved to
   * @throws DomainError.Invalid for what the actor does not see, as for what is not there
   */
  static Actor over(Transaction tx, Actor actor, Wish wish, Collection<String> known) {
    if (actor.holds(Duty.HANDLE.roles())) {
      return actor;
    }
    Map<String, Set<RoleName>> roles = roles(tx, actor, wish.assetIds(), wish.modelIds());
    for (int i = 0; i < wish.lines().size(); i++) {
      Wanted line = wish.lines().get(i);
      String id = line.assetId() == null ? String.valueOf(line.modelId()) : line.assetId();
      if (roles.getOrDefault(id, Set.of()).isEmpty()) {
        if (!known.contains(id)) {
          boolean asset = line.assetId() != null;
          throw new DomainError.Invalid(
              "lines[" + i + "]." + (asset ? "assetId" : "modelId"),
              Fault.UNKNOWN,
              "there is no " + (asset ? "asset " : "model ") + id);
        }
        roles.put(id, EnumSet.of(RoleName.MEMBER));
      }
    }
    Actor here = actor.with(common(roles.values()));
    if (!here.holds(Duty.BOOK.roles())) {
      throw new DomainError.Forbidden("Your role does not allow to book this.");
    }
    return here;
  }

  static void requireMayBookFor(Actor actor, String personId) {
    if (!personId.equals(actor.id()) && !actor.holds(Duty.HANDLE.roles())) {
      throw new DomainError.Forbidden("You may book for yourself only.");
    }
  }

  /** Refuses to change a booking of somebody else to whoever does not hand out all of it. */
  static void requireMayChange(Transaction tx, Actor actor, Booking whole) {
    if (!actor.id().equals(whole.person().id()) && !actor.id().equals(whole.bookedBy().id())) {
      require(tx, actor, whole, Duty.HANDLE.roles());
    }
  }

  /** Refuses whoever holds none of these roles over all that a booking names. */
  static void require(Transaction tx, Actor actor, Booking whole, RoleName... any) {
    if (actor.holds(any)) {
      return;
    }
    Map<String, Set<RoleName>> roles = roles(tx, actor, assetIds(whole), modelIds(whole));
    List<String> ids = Stream.concat(assetIds(whole).stream(), modelIds(whole).stream()).toList();
    boolean all =
        ids.stream().allMatch(id -> actor.with(roles.getOrDefault(id, Set.of())).holds(any));
    if (!all) {
      throw new DomainError.Forbidden("Your role does not allow this here.");
    }
  }

  /** The assets that a booking names, also those that were handed out for a model. */
  static Set<String> assetIds(Booking booking) {
    return booking.lines().stream()
        .flatMap(
            line ->
                Stream.concat(
                    Stream.ofNullable(line.asset()),
                    line.fetched().stream().map(Booking.Fetched::asset)))
        .map(asset -> asset.id())
        .collect(Collectors.toSet());
  }

  /** The models of which a booking asks for any. */
  static Set<String> modelIds(Booking booking) {
    return booking.lines().stream()
        .flatMap(line -> Stream.ofNullable(line.model()))
        .map(model -> model.id())
        .collect(Collectors.toSet());
  }

  private static Map<String, Set<RoleName>> roles(
      Transaction tx, Actor actor, Collection<String> assetIds, Collection<String> modelIds) {
    Map<String, Set<RoleName>> roles = new HashMap<>();
    for (String modelId : modelIds) {
      Set<RoleName> all = EnumSet.noneOf(RoleName.class);
      all.addAll(actor.roles());
      all.addAll(actor.scope().over(null, modelId, ""));
      roles.put(modelId, all);
    }
    Scope scope = actor.scope();
    tx.rows(
            """
            MATCH (a:Asset) WHERE a.id IN $ids AND %s
            RETURN a.id AS id, a.rootLocationId AS place, a.modelId AS model,
                   a.companyId AS company
            """
                .formatted(scope.asset("a")),
            scope.with("ids", assetIds))
        .forEach(
            row ->
                roles.put(
                    row.get("id").asString(),
                    actor
                        .over(
                            text(row.get("place")),
                            text(row.get("model")),
                            row.get("company").asString())
                        .roles()));
    return roles;
  }

  private static Set<RoleName> common(Collection<Set<RoleName>> all) {
    Set<RoleName> common = EnumSet.allOf(RoleName.class);
    all.forEach(some -> common.retainAll(withLower(some)));
    return common;
  }

  private static Set<RoleName> withLower(Set<RoleName> roles) {
    Set<RoleName> all = EnumSet.noneOf(RoleName.class);
    for (RoleName role : roles) {
      all.add(role);
      if (role != RoleName.AUDITOR) {
        all.addAll(EnumSet.range(role, RoleName.MEMBER));
      }
    }
    return all;
  }
}

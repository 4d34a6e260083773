package asset2go.right;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableSet;

import asset2go.identity.RoleName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an actor may see, as a condition for queries; found out at most five seconds ago. A query
 * over assets puts {@link #asset} into its WHERE and {@link #parameters} among its own:
 *
 * <pre>{@code
 * tx.rows("MATCH (a:Asset) WHERE a.due < $today AND " + scope.asset("a") + " RETURN a.id",
 *     scope.with("today", today));
 * }</pre>
 *
 * What changes an asset asks {@link Rights}, which looks at the edges themselves.
 */
public final class Scope {

  /** All there is: a role over the whole installation. */
  public static final Scope EVERYTHING = new Scope(true, Set.of(), List.of(), null, null, false);

  /** Of somebody who has no role and no grant. */
  public static final Scope NOTHING = new Scope(false, Set.of(), List.of(), null, null, true);

  /** A role over a part, with all that the part has below it. */
  record Held(RoleName role, Reach reach) {}

  private final String name;
  private final boolean everything;
  private final Set<RoleName> ownRoles;
  private final List<Held> held;
  private final @Nullable Limit limit;
  private final List<Reach> reaches;
  private final boolean few;

  private Scope(
      boolean everything,
      Set<RoleName> ownRoles,
      List<Held> held,
      @Nullable Limit limit,
      @Nullable Reach limitReach,
      boolean few) {
    this("scope", everything, ownRoles, held, limit, limitReach, few);
  }

  /**
   * @param name begins the names of its parameters, so that a query may ask for two scopes
   */
  private Scope(
      String name,
      boolean everything,
      Set<RoleName> ownRoles,
      List<Held> held,
      @Nullable Limit limit,
      @Nullable Reach limitReach,
      boolean few) {
    this.name = name;
    this.ownRoles = Set.copyOf(ownRoles);
    this.held = List.copyOf(held);
    this.limit = limit;
    this.few = few;
    this.everything = everything && limitReach == null;
    List<Reach> all = new ArrayList<>();
    if (!everything) {
      all.add(held.stream().map(Held::reach).reduce(Reach.NOTHING, Reach::and));
    }
    if (limitReach != null) {
      all.add(limitReach);
    }
    this.reaches = List.copyOf(all);
  }

  /**
   * @param ownRoles over the whole installation; one of them is enough to see everything
   * @param limit of the token that speaks for the user
   * @param limitReach what the limit is over
   */
  static Scope of(
      Set<RoleName> ownRoles, List<Held> held, @Nullable Limit limit, @Nullable Reach limitReach) {
    return new Scope(!ownRoles.isEmpty(), ownRoles, held, limit, limitReach, false);
  }

  /** The same, known to hold few assets: to look at them all is quick, to look for them is not. */
  Scope few() {
    return new Scope(!ownRoles.isEmpty(), ownRoles, held, limit, limitReach(), true);
  }

  private @Nullable Reach limitReach() {
    return limit == null || limit.over().isEmpty() ? null : reaches.get(reaches.size() - 1);
  }

  /** As much of it as one of these roles is held over. Its parameters have names of their own. */
  public Scope where(RoleName... any) {
    Set<RoleName> wanted = Set.of(any);
    Set<RoleName> own = new HashSet<>(ownRoles);
    own.removeIf(role -> capped(Stream.of(role)).stream().noneMatch(wanted::contains));
    List<Held> some =
        held.stream()
            .filter(one -> capped(Stream.of(one.role())).stream().anyMatch(wanted::contains))
            .toList();
    return new Scope("held", !own.isEmpty(), own, some, limit, limitReach(), few);
  }

  /** Whether nothing is hidden. */
  public boolean isEverything() {
    return everything;
  }

  /** Whether {@link #source} gives so few assets that they may all be read and sorted. */
  public boolean isFew() {
    return few;
  }

  /** Each of these has to reach an asset that is seen. */
  List<Reach> reaches() {
    return reaches;
  }

  /** What the token that speaks for the user leaves; empty for all. */
  public Optional<Limit> limit() {
    return Optional.ofNullable(limit);
  }

  /** The roles over the whole installation, before any limit. */
  Set<RoleName> ownRoles() {
    return ownRoles;
  }

  /** Every role that is held, be it over some part only. */
  public Set<RoleName> somewhere() {
    return capped(Stream.concat(ownRoles.stream(), held.stream().map(Held::role)));
  }

  /** The roles over the whole installation that are left. */
  public Set<RoleName> everywhere() {
    return limit != null && limit.over().isPresent() ? Set.of() : capped(ownRoles.stream());
  }

  /** The roles that hold for an asset, as far as what it carries tells. */
  public Set<RoleName> over(@Nullable String placeId, @Nullable String modelId, String companyId) {
    String place = placeId == null ? "" : placeId;
    String model = modelId == null ? "" : modelId;
    boolean within = reaches.stream().allMatch(reach -> reach.has(place, model, companyId));
    if (!everything && !within) {
      return Set.of();
    }
    return capped(
        Stream.concat(
            ownRoles.stream(),
            held.stream().filter(one -> one.reach().has(place, model, companyId)).map(Held::role)));
  }

  Set<RoleName> capped(Stream<RoleName> roles) {
    return roles
        .map(role -> limit == null ? role : role.atMost(limit.most()))
        .collect(toUnmodifiableSet());
  }

  /** Cypher that is true of an asset that may be seen. */
  public String asset(String variable) {
    return all(
        i ->
            any(
                in(variable + ".rootLocationId", "Places", i, reaches.get(i).places()),
                in(variable + ".modelId", "Models", i, reaches.get(i).models()),
                in(variable + ".companyId", "Companies", i, reaches.get(i).companies())));
  }

  /** Cypher that is true of a model all assets of which may be seen, wherever they are. */
  public String model(String variable) {
    return all(i -> any(in(variable + ".id", "Models", i, reaches.get(i).models())));
  }

  /** Cypher that is true of a location that may be named. */
  public String location(String variable) {
    return all(
        i ->
            reaches.get(i).namesAllPlaces()
                ? "true"
                : any(
                    in(variable + ".id", "Places", i, reaches.get(i).places()),
                    in(variable + ".id", "Above", i, reaches.get(i).above()),
                    in(variable + ".companyId", "Companies", i, reaches.get(i).companies())));
  }

  /** Cypher that is true of a company that may be named. */
  public String company(String variable) {
    return all(
        i ->
            reaches.get(i).namesAllPlaces()
                ? "true"
                : any(
                    in(variable + ".id", "Companies", i, reaches.get(i).companies()),
                    in(variable + ".id", "PlaceCompanies", i, reaches.get(i).placeCompanies())));
  }

  /**
   * Cypher that binds the assets of the scope, perhaps also others, from indexes: where they are
   * few, or are only counted, this is the way to them. {@link #asset} is still to be asked.
   */
  public String source(String variable) {
    if (reaches.isEmpty()) {
      return "MATCH (%s:Asset)\n".formatted(variable);
    }
    int i = reaches.size() - 1;
    Reach reach = reaches.get(i);
    List<String> seeks = new ArrayList<>();
    seek(seeks, variable, "rootLocationId", "rootLocationId", "Places" + i, reach.places());
    seek(seeks, variable, "modelId", "modelId", "Models" + i, reach.models());
    seek(seeks, variable, "companyId", "companyId, tag", "Companies" + i, reach.companies());
    if (seeks.isEmpty()) {
      return "MATCH (%1$s:Asset) WHERE false WITH %1$s\n".formatted(variable);
    }
    String union = String.join("\n  UNION\n", seeks);
    return "CALL {\n%s\n}\nWITH %s\n".formatted(union, variable);
  }

  /**
   * One property of an asset, and those ids of which it has one.
   *
   * @param property of assets
   * @param parameter among {@link Scope#parameters}
   * @param ids how many there are
   */
  public record Within(String property, String parameter, int ids) {}

  /** What {@link #source} goes by, where that is one property. */
  public Optional<Within> within() {
    if (reaches.isEmpty()) {
      return Optional.empty();
    }
    int i = reaches.size() - 1;
    Reach reach = reaches.get(i);
    if (!reach.companies().isEmpty() || reach.places().isEmpty() == reach.models().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        reach.models().isEmpty()
            ? new Within("rootLocationId", name + "Places" + i, reach.places().size())
            : new Within("modelId", name + "Models" + i, reach.models().size()));
  }

  private void seek(
      List<String> seeks, String a, String property, String index, String part, Set<String> ids) {
    if (!ids.isEmpty()) {
      // The index of companies is that of their tags: it wants to hear of both.
      String also = property.equals(index) ? "" : " AND %s.tag IS NOT NULL".formatted(a);
      seeks.add(
          """
            MATCH (%1$s:Asset)
            USING INDEX %1$s:Asset(%2$s)
            WHERE %1$s.%3$s IN $%6$s%4$s%5$s
            RETURN %1$s\
          """
              .formatted(a, index, property, part, also, name));
    }
  }

  /** What the conditions refer to. */
  public Map<String, @Nullable Object> parameters() {
    Map<String, @Nullable Object> parameters = new HashMap<>();
    for (int i = 0; i < reaches.size(); i++) {
      Reach reach = reaches.get(i);
      parameters.put(name + "Places" + i, reach.places());
      parameters.put(name + "Above" + i, reach.above());
      parameters.put(name + "PlaceCompanies" + i, reach.placeCompanies());
      parameters.put(name + "Models" + i, reach.models());
      parameters.put(name + "Companies" + i, reach.companies());
    }
    return parameters;
  }

  /** The same and a statement's own, from alternating names and values. */
  public Map<String, @Nullable Object> with(@Nullable Object... namesAndValues) {
    Map<String, @Nullable Object> all = parameters();
    all.putAll(asset2go.graph.Parameters.map(namesAndValues));
    return all;
  }

  private String all(java.util.function.IntFunction<String> condition) {
    if (reaches.isEmpty()) {
      return "true";
    }
    return java.util.stream.IntStream.range(0, reaches.size())
        .mapToObj(condition)
        .collect(joining(" AND ", "(", ")"));
  }

  private String in(String property, String part, int i, Set<String> ids) {
    return ids.isEmpty() ? "" : "%s IN $%s%s%d".formatted(property, name, part, i);
  }

  private static String any(String... conditions) {
    String some =
        Stream.of(conditions).filter(one -> !one.isEmpty()).collect(joining(" OR ", "(", ")"));
    return some.equals("()") ? "false" : some;
  }
}

package asset2go.right;

import asset2go.right.Part.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The parts that something is over, in the ids that assets and locations carry, so that an index
 * finds what lies within.
 *
 * @param places locations, and all below them
 * @param above the locations on the way up from these: named, since a path needs them, but what
 *     stands there is not within reach
 * @param placeCompanies the companies of these places: named, but not within reach
 * @param categories
 * @param models all models of the categories, and of those below them
 * @param companies
 */
record Reach(
    Set<String> places,
    Set<String> above,
    Set<String> placeCompanies,
    Set<String> categories,
    Set<String> models,
    Set<String> companies) {

  static final Reach NOTHING =
      new Reach(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of());

  Reach {
    places = Set.copyOf(places);
    above = Set.copyOf(above);
    placeCompanies = Set.copyOf(placeCompanies);
    categories = Set.copyOf(categories);
    models = Set.copyOf(models);
    companies = Set.copyOf(companies);
  }

  /** One part, with what was found of it. */
  static Reach of(Kind kind, String id, List<String> below, List<String> above, String companyId) {
    return switch (kind) {
      case LOCATION ->
          new Reach(
              Set.copyOf(below),
              Set.copyOf(above),
              Set.of(companyId),
              Set.of(),
              Set.of(),
              Set.of());
      case CATEGORY ->
          new Reach(Set.of(), Set.of(), Set.of(), Set.of(id), Set.copyOf(below), Set.of());
      case COMPANY -> new Reach(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(id));
    };
  }

  /** Both together. */
  Reach and(Reach other) {
    return new Reach(
        union(places, other.places),
        union(above, other.above),
        union(placeCompanies, other.placeCompanies),
        union(categories, other.categories),
        union(models, other.models),
        union(companies, other.companies));
  }

  boolean has(String placeId, String modelId, String companyId) {
    return places.contains(placeId) || models.contains(modelId) || companies.contains(companyId);
  }

  /** Equipment of a category may stand anywhere, so whoever cares for it needs to know places. */
  boolean namesAllPlaces() {
    return !categories.isEmpty();
  }

  private static Set<String> union(Set<String> one, Set<String> other) {
    Set<String> both = new HashSet<>(one);
    both.addAll(other);
    return both;
  }
}

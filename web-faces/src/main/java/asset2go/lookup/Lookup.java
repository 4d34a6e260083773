package asset2go.lookup;

import asset2go.asset.AssetQuery;
import asset2go.asset.AssetsApi;
import asset2go.catalogue.BatchesApi;
import asset2go.catalogue.CategoriesApi;
import asset2go.catalogue.CompaniesApi;
import asset2go.catalogue.ManufacturersApi;
import asset2go.catalogue.ModelsApi;
import asset2go.catalogue.SuppliersApi;
import asset2go.frame.Texts;
import asset2go.kit.KitsApi;
import asset2go.location.LocationsApi;
import asset2go.page.Ref;
import asset2go.people.PeopleApi;
import asset2go.search.SearchApi;
import asset2go.search.SearchHit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds by a few letters what a field may point to. */
@RequestScoped
public class Lookup {
  private static final int MOST = 12;

  /** What is found, but holds nothing. */
  private static final Set<SearchHit.Kind> NO_HOLDERS =
      EnumSet.of(SearchHit.Kind.STOCK_TAKE, SearchHit.Kind.KIT, SearchHit.Kind.WORK_ORDER);

  @Inject AssetsApi assets;
  @Inject LocationsApi locations;
  @Inject PeopleApi people;
  @Inject ModelsApi models;
  @Inject CategoriesApi categories;
  @Inject ManufacturersApi manufacturers;
  @Inject BatchesApi batches;
  @Inject SuppliersApi suppliers;
  @Inject CompaniesApi companies;
  @Inject SearchApi search;
  @Inject KitsApi kits;
  @Inject Texts texts;

  /**
   * Something to choose.
   *
   * @param text what the field shows once it is chosen
   * @param detail what tells it from the next
   */
  public record Option(String id, String text, String detail) {}

  /** The best matches of a kind; the first ones where nothing was typed. */
  public List<Option> find(String kind, @Nullable String typed) {
    var q = typed == null || typed.isBlank() ? null : typed.strip();
    return switch (kind) {
      case "asset" -> assets(q);
      case "location" -> locations(q);
      case "person" -> people(q);
      case "holder" -> q == null ? holders(people(null)) : holders(q);
      case "bookable" ->
          Stream.of(kinds("KIT", kits(q)), kinds("MODEL", models(q)), kinds("ASSET", assets(q)))
              .flatMap(some -> some)
              .toList();
      case "failing" ->
          Stream.concat(kinds("ASSET", assets(q)), kinds("LOCATION", locations(q))).toList();
      case "slot-filler" ->
          Stream.of(
                  kinds("MODEL", models(q)),
                  kinds("CATEGORY", find("category", q)),
                  kinds("KIT", kits(q)))
              .flatMap(some -> some)
              .toList();
      case "grantee" -> q == null ? people(null) : grantees(q);
      case "part" -> parts(q);
      case "model" -> models(q);
      case "category" ->
          categories.list(q, MOST, null).items().stream()
              .map(one -> new Option(one.id(), one.name(), name(one.parent())))
              .toList();
      case "manufacturer" ->
          manufacturers.list(q, MOST, null).items().stream()
              .map(one -> new Option(one.id(), one.name(), ""))
              .toList();
      case "batch" ->
          batches.list(q, MOST, null).items().stream()
              .map(one -> new Option(one.id(), one.name(), name(one.supplier())))
              .toList();
      case "supplier" ->
          suppliers.list(q, MOST, null).items().stream()
              .map(one -> new Option(one.id(), one.name(), join(one.contact())))
              .toList();
      case "company" ->
          companies.list(q, MOST, null).items().stream()
              .map(one -> new Option(one.id(), one.name(), ""))
              .toList();
      default -> List.of();
    };
  }

  /** What was typed but not chosen, where it can only mean one thing: for pages without scripts. */
  public @Nullable String resolve(String kind, @Nullable String id, @Nullable String typed) {
    if (id != null && !id.isBlank() || typed == null || typed.isBlank()) {
      return id == null || id.isBlank() ? null : id;
    }
    var found = find(kind, typed);
    var exact =
        found.stream().filter(option -> option.text().equalsIgnoreCase(typed.strip())).toList();
    var meant = exact.isEmpty() ? found : exact;
    return meant.size() == 1 ? meant.get(0).id() : null;
  }

  private List<Option> assets(@Nullable String q) {
    var query = new AssetQuery();
    query.q = q;
    query.limit = MOST;
    return assets.list(query).items().stream()
        .map(
            asset ->
                new Option(
                    asset.id(),
                    asset.tag() + " · " + asset.name(),
                    join(
                        asset.model() == null ? null : asset.model().name(),
                        asset.location() == null ? null : asset.location().name())))
        .toList();
  }

  private List<Option> locations(@Nullable String q) {
    return locations.list(q, null, MOST, null).items().stream()
        .map(
            place ->
                new Option(
                    place.id(),
                    place.name(),
                    place.path() == null || place.path().isEmpty()
                        ? place.code()
                        : place.path().stream().map(Ref::name).collect(Collectors.joining(" › "))))
        .toList();
  }

  private List<Option> people(@Nullable String q) {
    return people.list(q, MOST, null).items().stream()
        .map(person -> new Option(person.id(), person.name(), join(person.email())))
        .toList();
  }

  private List<Option> models(@Nullable String q) {
    return models.list(q, MOST, null).items().stream()
        .map(
            model ->
                new Option(
                    model.id(),
                    model.name(),
                    join(name(model.manufacturer()), name(model.category()))))
        .toList();
  }

  private static List<Option> holders(List<Option> people) {
    return kinds("PERSON", people).toList();
  }

  /** People, teams and places before assets, which can hold something too: a vehicle, a case. */
  private List<Option> holders(String q) {
    return search.search(q, 4 * MOST).items().stream()
        .filter(hit -> !NO_HOLDERS.contains(hit.kind()))
        .sorted(Comparator.comparing(hit -> hit.kind() == SearchHit.Kind.ASSET))
        .limit(2 * MOST)
        .map(hit -> option(hit, hit.kind() + ":" + hit.id()))
        .toList();
  }

  /** Who can be given a right: people and teams. */
  private List<Option> grantees(String q) {
    return search.search(q, 4 * MOST).items().stream()
        .filter(hit -> hit.kind() == SearchHit.Kind.PERSON || hit.kind() == SearchHit.Kind.TEAM)
        .limit(MOST)
        .map(hit -> option(hit, hit.id()))
        .toList();
  }

  private Option option(SearchHit hit, String id) {
    return new Option(id, hit.title(), join(texts.get("search.kind." + hit.kind()), hit.detail()));
  }

  /** What a right can be over: its kind stands before its id. */
  private List<Option> parts(@Nullable String q) {
    return Stream.of(
            kinds("LOCATION", locations(q)),
            kinds("CATEGORY", find("category", q)),
            kinds("COMPANY", find("company", q)))
        .flatMap(some -> some)
        .toList();
  }

  private List<Option> kits(@Nullable String q) {
    return kits.list(q, MOST, null).items().stream()
        .map(kit -> new Option(kit.id(), kit.name(), texts.get("kit.one")))
        .toList();
  }

  private static Stream<Option> kinds(String kind, List<Option> found) {
    return found.stream()
        .map(option -> new Option(kind + ":" + option.id(), option.text(), option.detail()));
  }

  private static String name(@Nullable Ref ref) {
    return ref == null ? "" : ref.name();
  }

  private static String join(@Nullable String... parts) {
    return Stream.of(parts)
        .filter(Objects::nonNull)
        .filter(part -> !part.isBlank())
        .collect(Collectors.joining(" · "));
  }
}

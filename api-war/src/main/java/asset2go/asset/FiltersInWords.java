package asset2go.asset;

import asset2go.catalogue.Batches;
import asset2go.catalogue.Categories;
import asset2go.catalogue.Companies;
import asset2go.catalogue.CustomField;
import asset2go.catalogue.CustomFields;
import asset2go.catalogue.Manufacturers;
import asset2go.catalogue.Models;
import asset2go.catalogue.Suppliers;
import asset2go.identity.Actor;
import asset2go.location.Locations;
import asset2go.page.Ref;
import asset2go.people.People;
import asset2go.people.Teams;
import asset2go.problem.DomainError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Says what the ids in a list's address stand for. Each is asked for where its own address would
 * ask, so that nobody learns a name here that they would not be told there.
 */
@ApplicationScoped
class FiltersInWords {

  private static final int CHOICES = 200;

  private @Inject Assets assets;
  private @Inject Locations locations;
  private @Inject Categories categories;
  private @Inject Companies companies;
  private @Inject Models models;
  private @Inject Manufacturers manufacturers;
  private @Inject Suppliers suppliers;
  private @Inject Batches batches;
  private @Inject People people;
  private @Inject Teams teams;
  private @Inject CustomFields fields;

  AssetFilters of(Actor actor, AssetQuery query) {
    Map<String, String> names = new HashMap<>();
    put(names, query, "location", id -> locations.get(actor, id).name());
    put(names, query, "category", id -> categories.get(id).name());
    put(names, query, "company", id -> companies.get(actor, id).name());
    put(names, query, "model", id -> models.get(id).name());
    put(names, query, "manufacturer", id -> manufacturers.get(id).name());
    put(names, query, "supplier", id -> suppliers.get(actor, id).name());
    put(names, query, "batch", id -> batches.get(actor, id).name());
    put(names, query, "holder", holder -> holder(actor, holder));
    return new AssetFilters(
        names,
        named(actor, query),
        offered(actor, query),
        categories.list(null, CHOICES, null).items().stream()
            .map(one -> new Ref(one.id(), one.name()))
            .toList(),
        companies.list(actor, null, CHOICES, null).items().stream()
            .map(one -> new Ref(one.id(), one.name()))
            .toList());
  }

  /** Who or what something is. */
  private interface Naming {
    @Nullable String of(String id);
  }

  private static void put(
      Map<String, String> names, AssetQuery query, String parameter, Naming naming) {
    String id = query.get(parameter);
    if (id != null) {
      told(() -> naming.of(id)).ifPresent(name -> names.put(parameter, name));
    }
  }

  private @Nullable String holder(Actor actor, String holder) {
    int colon = holder.indexOf(':');
    String id = holder.substring(colon + 1);
    return switch (colon < 0 ? "PERSON" : holder.substring(0, colon)) {
      case "PERSON" -> people.get(actor, id).name();
      case "TEAM" -> teams.get(actor, id).name();
      case "LOCATION" -> locations.get(actor, id).name();
      case "ASSET" -> assets.get(actor, id).name();
      default -> null;
    };
  }

  private List<CustomField> named(Actor actor, AssetQuery query) {
    return query.fields.keySet().stream()
        // What it is compared with may stand behind the id.
        .map(name -> name.split("[.]", 2)[0])
        .distinct()
        .map(id -> told(() -> fields.get(actor, id)))
        .flatMap(Optional::stream)
        .toList();
  }

  private List<CustomField> offered(Actor actor, AssetQuery query) {
    String model = query.model;
    String category = query.category;
    if (model == null && category == null) {
      return List.of();
    }
    return told(() ->
            model != null
                ? fields.ofModel(actor, model)
                : fields.ofCategory(actor, Objects.requireNonNull(category)))
        .orElse(List.of());
  }

  /** Nothing for what is not there, or is none of the caller's business. */
  private static <T> Optional<T> told(Supplier<@Nullable T> ask) {
    try {
      return Optional.ofNullable(ask.get());
    } catch (DomainError.NotFound | DomainError.Forbidden untold) {
      return Optional.empty();
    }
  }
}

package asset2go.asset;

import asset2go.catalogue.Catalogue.Company;
import asset2go.catalogue.CompaniesApi;
import asset2go.client.ApiProblem;
import asset2go.client.Recent;
import asset2go.frame.Changes;
import asset2go.frame.Form;
import asset2go.location.LocationsApi;
import asset2go.lookup.Lookup;
import asset2go.problem.DomainError;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes an asset, or changes one without undoing what somebody else changed meanwhile. */
@Named
@RequestScoped
public class AssetForm {
  private static final int CHOICES = 200;
  private static final int ATTEMPTS = 3;

  @Inject HttpServletRequest request;
  @Inject AssetsApi api;
  @Inject CompaniesApi companies;
  @Inject LocationsApi locations;
  @Inject Recent recent;
  @Inject Lookup lookup;
  @Inject Form form;
  @Inject FieldInputs inputs;

  private Map<String, String> values = new HashMap<>();
  private @Nullable String base;
  private long version;
  private List<Changes.Clash> clashes = List.of();

  /** Opens the form: with the asset as it is, or with where a new one is to stand. */
  public void load() {
    if (isFresh()) {
      values.put("status", EquipmentStatus.AVAILABLE.name());
      values.put("purchase.currency", "EUR");
      place();
    } else {
      show(api.get(getId()));
    }
  }

  private void place() {
    var location = request.getParameter("in");
    if (location != null) {
      values.put("locationId", location);
      values.put("location", locations.get(location).name());
    }
    var container = request.getParameter("container");
    if (container != null) {
      var inside = api.get(container);
      values.put("containerId", container);
      values.put("container", inside.tag() + " · " + inside.name());
    }
  }

  private void show(Asset asset) {
    var fields = AssetInputs.of(asset);
    base = Changes.write(fields);
    version = asset.version();
    values.putAll(fields);
    values.putAll(AssetInputs.names(asset));
  }

  /** Saves it and shows it. */
  public void save() {
    if (!resolve()) {
      return;
    }
    if (isFresh()) {
      form.send(
          () -> "/assets/" + api.create(AssetInputs.draft(values)).id(),
          "note.asset.created",
          Form.text(values.get("name")));
    } else {
      form.send(this::change, "note.asset.changed");
    }
  }

  /** Sends what was changed; again at once where nobody else changed the same field. */
  private String change() {
    for (var attempt = 1; ; attempt++) {
      var changes = new Changes(withFields(Changes.read(base)), values);
      try {
        if (!changes.fields().isEmpty()) {
          api.change(getId(), Changes.ifMatch(getId(), version), changes.patch());
        }
        return "/assets/" + getId();
      } catch (ApiProblem problem) {
        if (!problem.is(DomainError.Kind.STALE)) {
          throw problem;
        }
        merge(changes);
        if (!clashes.isEmpty() || attempt == ATTEMPTS) {
          throw problem;
        }
      }
    }
  }

  /** Another model brings fields that the form was not opened with. */
  private Map<String, String> withFields(Map<String, String> opened) {
    inputs.fields(modelId()).forEach(field -> opened.putIfAbsent(FieldInput.key(field), ""));
    return opened;
  }

  /** Shows what else is asked for of a model that was chosen. */
  public void look() {
    values.put(
        "modelId", Form.text(lookup.resolve("model", values.get("modelId"), values.get("model"))));
  }

  /** While the form is only being read, nothing but the request knows what was sent. */
  private @Nullable String modelId() {
    var chosen = Form.orNull(values.get("modelId"));
    return chosen != null ? chosen : Form.orNull(request.getParameter("modelId"));
  }

  public List<FieldInput> getCustomFields() {
    return inputs.of(inputs.fields(modelId()), values);
  }

  /** What only the other person changed is taken over; what both changed is shown side by side. */
  private void merge(Changes mine) {
    var theirs = api.get(getId());
    var fields = AssetInputs.of(theirs);
    clashes = mine.clashes(fields);
    var names = AssetInputs.names(theirs);
    AssetInputs.LOOKUPS.forEach(
        (id, name) -> {
          if (!mine.fields().contains(id)) {
            values.put(name, names.getOrDefault(name, ""));
          }
        });
    values.putAll(mine.merged(fields));
    base = Changes.write(fields);
    version = theirs.version();
  }

  /** Whether all that was typed into lookups means something. */
  private boolean resolve() {
    var clear = new boolean[] {true};
    AssetInputs.LOOKUPS.forEach(
        (id, name) -> {
          var kind = name.equals("container") ? "asset" : input(name);
          var found = lookup.resolve(kind, values.get(id), values.get(name));
          if (found == null && Form.orNull(values.get(name)) != null) {
            form.refuseField(input(name), "lookup.unknown");
            clear[0] = false;
          }
          values.put(id, Form.orNull(values.get(name)) == null ? "" : Form.text(found));
        });
    return clear[0];
  }

  public boolean isFresh() {
    return request.getParameter("id") == null;
  }

  public String getId() {
    return String.valueOf(request.getParameter("id"));
  }

  public Map<String, String> getValues() {
    return values;
  }

  public @Nullable String getBase() {
    return base;
  }

  public void setBase(@Nullable String base) {
    this.base = base;
  }

  public long getVersion() {
    return version;
  }

  public void setVersion(long version) {
    this.version = version;
  }

  public List<Changes.Clash> getClashes() {
    return clashes;
  }

  /** Id of the input that a field is typed into. */
  public String input(String field) {
    var last = field.substring(field.lastIndexOf('.') + 1);
    if (field.startsWith("fields.")) {
      return "f_" + last;
    }
    return last.endsWith("Id") ? last.substring(0, last.length() - 2) : last;
  }

  /** What a field is called that has no text of ours. */
  public String label(String field) {
    return inputs.fields(modelId()).stream()
        .filter(one -> FieldInput.key(one).equals(field))
        .findFirst()
        .map(FieldInput::label)
        .orElse(field);
  }

  public EquipmentStatus[] getFirstStatuses() {
    return new EquipmentStatus[] {
      EquipmentStatus.ORDERED, EquipmentStatus.RECEIVED, EquipmentStatus.AVAILABLE
    };
  }

  public Condition[] getConditions() {
    return Condition.values();
  }

  public List<Company> getCompanies() {
    return recent.get("companies", () -> companies.list(null, CHOICES, null).items());
  }
}

package asset2go.location;

import asset2go.client.ApiProblem;
import asset2go.frame.Changes;
import asset2go.frame.Form;
import asset2go.lookup.Lookup;
import asset2go.problem.DomainError;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a place, or changes one. */
@Named
@RequestScoped
public class LocationForm {
  private static final int ATTEMPTS = 3;

  @Inject HttpServletRequest request;
  @Inject LocationsApi api;
  @Inject Lookup lookup;
  @Inject Form form;

  private final Map<String, String> values = new HashMap<>();
  private @Nullable String base;
  private long version;
  private List<Changes.Clash> clashes = List.of();

  public void load() {
    if (!isFresh()) {
      show(api.get(getId()));
    } else if (request.getParameter("in") != null) {
      var parent = api.get(request.getParameter("in"));
      values.put("parentId", parent.id());
      values.put("parent", parent.name());
    }
  }

  private void show(Location place) {
    var fields = fields(place);
    base = Changes.write(fields);
    version = place.version();
    values.putAll(fields);
    values.put("parent", place.parent() == null ? "" : place.parent().name());
  }

  private static Map<String, String> fields(Location place) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("code", place.code());
    fields.put("name", place.name());
    fields.put("kind", place.kind() == null ? "" : place.kind());
    fields.put("parentId", place.parent() == null ? "" : place.parent().id());
    return fields;
  }

  public void save() {
    var typed = Form.orNull(values.get("parent"));
    var parent = typed == null ? null : lookup.resolve("location", values.get("parentId"), typed);
    if (typed != null && parent == null) {
      form.refuseField("parent", "lookup.unknown");
      return;
    }
    values.put("parentId", Form.text(parent));
    values.put("kind", Form.text(values.get("kind")).toUpperCase(Locale.ROOT).replace(' ', '_'));
    if (isFresh()) {
      form.send(() -> "/locations/" + api.create(draft()).id(), "note.location.saved");
    } else {
      form.send(this::change, "note.location.saved");
    }
  }

  private LocationDraft draft() {
    return new LocationDraft(
        Form.orNull(values.get("code")),
        Form.text(values.get("name")),
        Form.orNull(values.get("kind")),
        null,
        Form.orNull(values.get("parentId")));
  }

  /** Sends what was changed; again at once where nobody else changed the same field. */
  private String change() {
    for (var attempt = 1; ; attempt++) {
      var changes = new Changes(Changes.read(base), values);
      try {
        if (!changes.fields().isEmpty()) {
          api.change(getId(), Changes.ifMatch(getId(), version), changes.patch());
        }
        return "/locations/" + getId();
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

  private void merge(Changes mine) {
    var theirs = api.get(getId());
    var typed = values.get("parent");
    clashes = mine.clashes(fields(theirs));
    show(theirs);
    values.putAll(mine.merged(fields(theirs)));
    if (mine.fields().contains("parentId")) {
      values.put("parent", Form.text(typed));
    }
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

  /** What a field is called that has no text of ours. */
  public String label(String field) {
    return field;
  }

  /** Id of the input that a field is typed into. */
  public String input(String field) {
    return "parentId".equals(field) ? "parent" : field;
  }
}

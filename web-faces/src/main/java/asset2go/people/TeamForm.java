package asset2go.people;

import asset2go.client.ApiProblem;
import asset2go.frame.Changes;
import asset2go.frame.Form;
import asset2go.problem.DomainError;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a team, or changes one. */
@Named
@RequestScoped
public class TeamForm {
  private static final int ATTEMPTS = 3;

  @Inject HttpServletRequest request;
  @Inject TeamsApi api;
  @Inject Form form;

  private final Map<String, String> values = new HashMap<>();
  private @Nullable String base;
  private long version;
  private List<Changes.Clash> clashes = List.of();

  public void load() {
    if (!isFresh()) {
      show(api.get(getId()));
    }
  }

  private void show(Team team) {
    var fields = fields(team);
    base = Changes.write(fields);
    version = team.version();
    values.putAll(fields);
  }

  private static Map<String, String> fields(Team team) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("name", team.name());
    fields.put("notes", team.notes() == null ? "" : team.notes());
    return fields;
  }

  public void save() {
    if (isFresh()) {
      form.send(
          () -> "/teams/" + api.create(draft()).id(),
          "note.team.created",
          Form.text(values.get("name")));
    } else {
      form.send(this::change, "note.team.changed");
    }
  }

  private TeamDraft draft() {
    return new TeamDraft(Form.text(values.get("name")), Form.orNull(values.get("notes")));
  }

  /** Sends what was changed; again at once where nobody else changed the same field. */
  private String change() {
    for (var attempt = 1; ; attempt++) {
      var changes = new Changes(Changes.read(base), values);
      try {
        if (!changes.fields().isEmpty()) {
          api.change(getId(), Changes.ifMatch(getId(), version), changes.patch());
        }
        return "/teams/" + getId();
      } catch (ApiProblem problem) {
        if (!problem.is(DomainError.Kind.STALE)) {
          throw problem;
        }
        var theirs = api.get(getId());
        clashes = changes.clashes(fields(theirs));
        show(theirs);
        values.putAll(changes.merged(fields(theirs)));
        if (!clashes.isEmpty() || attempt == ATTEMPTS) {
          throw problem;
        }
      }
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

  /** Id of the input that a field is typed into. */
  public String input(String field) {
    return field;
  }
}

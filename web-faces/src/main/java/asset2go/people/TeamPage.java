package asset2go.people;

import asset2go.custody.Holding;
import asset2go.frame.Form;
import asset2go.lookup.Lookup;
import asset2go.page.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One team: who belongs to it and what it has. */
@Named
@RequestScoped
public class TeamPage {
  private static final int MEMBERS = 200;
  private static final int ROWS = 50;

  @Inject HttpServletRequest request;
  @Inject TeamsApi api;
  @Inject Lookup lookup;
  @Inject Form form;

  private final Map<String, String> values = new HashMap<>();
  private @Nullable Team team;
  private @Nullable Page<Person> members;
  private @Nullable Page<Holding> holdings;

  public void load() {
    team = api.get(getId());
    members = api.members(getId(), MEMBERS, null);
    holdings = api.holdings(getId(), ROWS, request.getParameter("after"));
  }

  public String getId() {
    return String.valueOf(request.getParameter("id"));
  }

  /** Takes somebody in. */
  public void join() {
    var person = lookup.resolve("person", values.get("personId"), values.get("person"));
    if (person == null) {
      form.refuseField("person", "lookup.unknown");
    } else {
      form.send(
          () -> {
            api.join(getId(), new TeamMember(person));
            return "/teams/" + getId();
          },
          "note.team.joined");
    }
    reload();
  }

  /** Lets somebody go. */
  public void leave(String personId) {
    form.send(
        () -> {
          api.leave(getId(), personId);
          return "/teams/" + getId();
        },
        "note.team.left");
    reload();
  }

  /** Dissolves it. */
  public void delete() {
    form.send(
        () -> {
          api.delete(getId(), null);
          return "/teams";
        },
        "note.team.deleted");
    reload();
  }

  private void reload() {
    if (form.isRefused()) {
      load();
    }
  }

  public boolean isDelete() {
    return request.getParameter("delete") != null;
  }

  public Map<String, String> getValues() {
    return values;
  }

  public @Nullable Team getTeam() {
    return team;
  }

  public @Nullable Page<Person> getMembers() {
    return members;
  }

  public @Nullable Page<Holding> getHoldings() {
    return holdings;
  }
}

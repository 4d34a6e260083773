package asset2go.people;

import asset2go.custody.CustodiesApi;
import asset2go.custody.Custody;
import asset2go.custody.CustodyQuery;
import asset2go.custody.Holding;
import asset2go.frame.Form;
import asset2go.page.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** One person, everything that they have, and what they had. */
@Named
@RequestScoped
public class PersonPage {
  private static final int ROWS = 50;
  private static final int LATEST = 10;

  @Inject HttpServletRequest request;
  @Inject PeopleApi api;
  @Inject CustodiesApi custodies;
  @Inject Form form;

  private @Nullable Person person;
  private @Nullable Page<Holding> held;
  private @Nullable Page<Custody> past;

  public void load() {
    person = api.get(getId());
    held = api.holdings(getId(), ROWS, request.getParameter("after"));
    var query = new CustodyQuery();
    query.holder = getId();
    query.state = "ended";
    query.limit = LATEST;
    past = custodies.list(query);
  }

  public String getId() {
    return String.valueOf(request.getParameter("id"));
  }

  public boolean isDelete() {
    return request.getParameter("delete") != null;
  }

  /** Removes somebody to whom nothing refers. */
  public void delete() {
    form.send(
        () -> {
          api.delete(getId(), null);
          return "/people";
        },
        "note.person.deleted");
    if (form.isRefused()) {
      load();
    }
  }

  public @Nullable Person getPerson() {
    return person;
  }

  public @Nullable Page<Holding> getHeld() {
    return held;
  }

  public @Nullable Page<Custody> getPast() {
    return past;
  }
}

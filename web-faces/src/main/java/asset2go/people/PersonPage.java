package asset2go.people;

import asset2go.asset.Asset;
import asset2go.asset.AssetQuery;
import asset2go.asset.AssetsApi;
import asset2go.page.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** One person and what they hold. */
@Named
@RequestScoped
public class PersonPage {
  private static final int ROWS = 50;

  @Inject HttpServletRequest request;
  @Inject PeopleApi api;
  @Inject AssetsApi assets;

  private @Nullable Person person;
  private @Nullable Page<Asset> held;

  public void load() {
    var id = request.getParameter("id");
    person = api.get(id);
    var query = new AssetQuery();
    query.holder = id;
    query.limit = ROWS;
    query.after = request.getParameter("after");
    held = assets.list(query);
  }

  public @Nullable Person getPerson() {
    return person;
  }

  public @Nullable Page<Asset> getHeld() {
    return held;
  }
}

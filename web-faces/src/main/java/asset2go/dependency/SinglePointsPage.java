package asset2go.dependency;

import asset2go.frame.Form;
import asset2go.location.LocationsApi;
import asset2go.lookup.Lookup;
import asset2go.page.Ref;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** What much hangs on, everywhere or at one place. */
@Named
@RequestScoped
public class SinglePointsPage {
  private static final int ROWS = 100;

  @Inject HttpServletRequest request;
  @Inject DependenciesApi api;
  @Inject LocationsApi locations;
  @Inject Lookup lookup;

  private @Nullable SinglePoints points;
  private @Nullable Ref place;

  public void load() {
    var id =
        lookup.resolve(
            "location",
            Form.orNull(request.getParameter("placeId")),
            request.getParameter("place"));
    if (id != null) {
      var found = locations.get(id);
      place = new Ref(found.id(), found.name());
    }
    points = api.singlePoints(id, ROWS);
  }

  public @Nullable SinglePoints getPoints() {
    return points;
  }

  public @Nullable Ref getPlace() {
    return place;
  }
}

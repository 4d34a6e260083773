package asset2go.placement;

import asset2go.asset.AssetsApi;
import asset2go.frame.Form;
import asset2go.page.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Where an asset is and was: the way to it on a day that may be chosen, and all its stays. */
@Named
@RequestScoped
public class WhereaboutsPage {
  private static final int ROWS = 50;

  @Inject HttpServletRequest request;
  @Inject AssetsApi api;

  private @Nullable Position position;
  private @Nullable Page<Placement> placements;

  private String id() {
    return String.valueOf(request.getParameter("id"));
  }

  /** The day that was chosen; what is no day is as good as none. */
  public @Nullable LocalDate getDay() {
    var typed = Form.orNull(request.getParameter("on"));
    try {
      return typed == null ? null : LocalDate.parse(typed.strip());
    } catch (DateTimeException e) {
      return null;
    }
  }

  public Position getPosition() {
    if (position == null) {
      var day = getDay();
      position = api.position(id(), day == null ? null : day.toString());
    }
    return position;
  }

  /** All of them, whatever day was chosen. */
  public Page<Placement> getPlacements() {
    if (placements == null) {
      placements = api.placements(id(), null, ROWS, request.getParameter("after"));
    }
    return placements;
  }

  /** Where a place is shown; null where it is not. */
  public @Nullable String address(Place place) {
    if (place.id() == null || place.kind() == null || place.gone()) {
      return null;
    }
    return switch (place.kind()) {
      case LOCATION -> "/locations/" + place.id();
      case ASSET -> "/assets/" + place.id();
    };
  }
}

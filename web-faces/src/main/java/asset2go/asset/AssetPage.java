package asset2go.asset;

import asset2go.booking.Booking;
import asset2go.booking.BookingQuery;
import asset2go.booking.BookingsApi;
import asset2go.custody.Custody;
import asset2go.dependency.Dependencies;
import asset2go.dependency.Impact;
import asset2go.frame.Form;
import asset2go.identity.Viewer;
import asset2go.page.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One asset. What each tab shows costs at most three calls. */
@Named
@RequestScoped
public class AssetPage {
  private static final Set<String> TABS =
      Set.of("graph", "places", "bookings", "custody", "maintenance", "value", "history");
  private static final int LATEST = 6;
  private static final int INSIDE = 50;
  private static final int EVENTS = 50;
  private static final int HIT = 200;

  @Inject HttpServletRequest request;
  @Inject AssetsApi api;
  @Inject BookingsApi bookingsApi;
  @Inject Viewer viewer;
  @Inject Form form;
  @Inject FieldTexts fieldTexts;

  private @Nullable Asset asset;
  private @Nullable Page<AssetEvent> events;
  private @Nullable Page<Asset> contents;
  private @Nullable Page<Booking> bookings;
  private @Nullable Page<Custody> custodies;
  private @Nullable Dependencies dependencies;
  private @Nullable Impact impact;

  public void load() {
    var id = getId();
    asset = api.get(id);
    switch (getTab()) {
      case "graph" -> {
        dependencies = api.dependencies(id);
        impact = api.impact(id, null, HIT);
      }
      case "bookings" -> {
        var query = new BookingQuery();
        query.asset = id;
        query.limit = EVENTS;
        query.after = request.getParameter("after");
        bookings = bookingsApi.list(query);
      }
      case "custody" ->
          custodies =
              api.custody(
                  id,
                  Form.orNull(request.getParameter("on")),
                  EVENTS,
                  request.getParameter("after"));
      case "places", "value", "maintenance" -> {} // their own pages ask
      case "history" -> events = api.events(id, EVENTS, request.getParameter("after"));
      default -> {
        events = api.events(id, LATEST, null);
        contents = api.contents(id, isDeep(), INSIDE, request.getParameter("after"));
      }
    }
  }

  public String getId() {
    return String.valueOf(request.getParameter("id"));
  }

  public String getTab() {
    var tab = request.getParameter("tab");
    return tab != null && TABS.contains(tab) ? tab : "overview";
  }

  /** {@code page} on the tab that is open: what aria-current says. */
  public String current(String tab) {
    return tab.equals(getTab()) ? "page" : "false";
  }

  /** A form that was sent needs it before the page is shown. */
  public Asset getAsset() {
    if (asset == null) {
      asset = api.get(getId());
    }
    return asset;
  }

  public List<FieldTexts.Shown> getCustomFields() {
    return fieldTexts.of(getAsset());
  }

  public @Nullable Page<AssetEvent> getEvents() {
    return events;
  }

  public @Nullable Page<Asset> getContents() {
    return contents;
  }

  /** Whether also what stands in what stands inside is shown. */
  public boolean isDeep() {
    return "true".equals(request.getParameter("deep"));
  }

  public @Nullable Page<Booking> getBookings() {
    return bookings;
  }

  public @Nullable Page<Custody> getCustodies() {
    return custodies;
  }

  public @Nullable Dependencies getDependencies() {
    return dependencies;
  }

  public @Nullable Impact getImpact() {
    return impact;
  }

  public List<ImpactTree.Node> getImpactTree() {
    return impact == null ? List.of() : ImpactTree.of(impact);
  }

  /** The steps that may be taken next, but for those that cannot succeed now. */
  public List<Asset.NextStep> getNext() {
    var shown = getAsset();
    if (shown.next() == null || !viewer.isHandler()) {
      return List.of();
    }
    return shown.next().stream().filter(step -> possible(shown, step)).toList();
  }

  private boolean possible(Asset of, Asset.NextStep step) {
    var needs = Set.copyOf(step.needs());
    var held = of.holder() != null;
    return !(needs.contains(Lifecycle.Guard.CUSTODY.name()) && !held)
        && !(needs.contains(Lifecycle.Guard.NO_CUSTODY.name()) && held)
        && !(needs.contains(Lifecycle.Guard.ADMINISTRATOR.name()) && !viewer.isAdmin());
  }

  /** Puts it into the trash. */
  public void trash() {
    form.send(
        () -> {
          api.trash(getId(), null);
          return "/assets";
        },
        "note.asset.trashed");
  }
}

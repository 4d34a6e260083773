package asset2go.booking;

import asset2go.asset.AssetsApi;
import asset2go.frame.Form;
import asset2go.frame.Preferences;
import asset2go.frame.Span;
import asset2go.location.LocationsApi;
import asset2go.lookup.Lookup;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Whose bookings it hits where an asset, or all at a location, is out in a window. */
@Named
@RequestScoped
public class OutagePage {
  private static final String ASSET = "ASSET:";
  private static final String LOCATION = "LOCATION:";

  @Inject HttpServletRequest request;
  @Inject AssetsApi assets;
  @Inject LocationsApi locations;
  @Inject Preferences preferences;
  @Inject Lookup lookup;

  private Span span = new Span(Instant.EPOCH, Instant.EPOCH, ZoneOffset.UTC);
  private @Nullable Outage outage;
  private String whatId = "";

  public void load() {
    span = Span.of(request, preferences.getZone(), Duration.ofDays(Outage.USUAL_DAYS));
    var id =
        lookup.resolve(
            "failing", Form.orNull(request.getParameter("whatId")), request.getParameter("what"));
    if (id != null && id.startsWith(ASSET)) {
      whatId = id;
      outage = assets.outage(id.substring(ASSET.length()), span.from(), span.to(), null);
    } else if (id != null && id.startsWith(LOCATION)) {
      whatId = id;
      outage = locations.outage(id.substring(LOCATION.length()), span.from(), span.to(), null);
    }
  }

  public Span getSpan() {
    return span;
  }

  /** What is out, with its kind before its id; empty until something is chosen. */
  public String getWhatId() {
    return whatId;
  }

  /** The page of what is out. */
  public String getAddress() {
    return whatId.startsWith(ASSET)
        ? "/assets/" + whatId.substring(ASSET.length()) + "?tab=graph"
        : "/locations/" + whatId.substring(whatId.indexOf(':') + 1);
  }

  public @Nullable Outage getOutage() {
    return outage;
  }

  /** The answer, for pages that ask whether there is one. */
  public boolean isAsked() {
    return outage != null;
  }
}

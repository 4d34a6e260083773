package asset2go.kit;

import asset2go.asset.AssetEvent;
import asset2go.frame.Form;
import asset2go.frame.Preferences;
import asset2go.frame.Span;
import asset2go.page.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One kit, and how many of it can go out in the window that the address names. */
@Named
@RequestScoped
public class KitPage {
  private static final int EVENTS = 20;

  @Inject HttpServletRequest request;
  @Inject KitsApi api;
  @Inject Preferences preferences;
  @Inject Form form;

  private @Nullable Kit kit;
  private @Nullable KitAvailability availability;
  private @Nullable Span span;
  private @Nullable Page<AssetEvent> events;

  public void load() {
    kit = api.get(getId());
    var span = Span.of(request, preferences.getZone(), Duration.ofDays(1));
    this.span = span;
    availability = api.availability(getId(), span.from(), span.to());
    events = api.events(getId(), EVENTS, null);
  }

  public @Nullable Span getSpan() {
    return span;
  }

  /** Removes it. */
  public void delete() {
    form.send(
        () -> {
          api.delete(getId(), null);
          return "/kits";
        },
        "note.kit.deleted");
  }

  private String getId() {
    return String.valueOf(request.getParameter("id"));
  }

  /** A form that was sent needs it before the page is shown. */
  public Kit getKit() {
    if (kit == null) {
      load();
    }
    return java.util.Objects.requireNonNull(kit);
  }

  public @Nullable KitAvailability getAvailability() {
    return availability;
  }

  public @Nullable Page<AssetEvent> getEvents() {
    return events;
  }
}

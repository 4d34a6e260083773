package asset2go.kit;

import asset2go.asset.AssetEvent;
import asset2go.frame.Form;
import asset2go.frame.Preferences;
import asset2go.page.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
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
  private @Nullable Page<AssetEvent> events;

  public void load() {
    kit = api.get(getId());
    var from = instant("from", Instant.now().truncatedTo(ChronoUnit.MINUTES));
    var to = instant("to", from.plus(Duration.ofDays(1)));
    availability =
        api.availability(getId(), from, to.isAfter(from) ? to : from.plus(Duration.ofDays(1)));
    events = api.events(getId(), EVENTS, null);
  }

  private Instant instant(String name, Instant otherwise) {
    try {
      var typed = Form.orNull(request.getParameter(name));
      return typed == null
          ? otherwise
          : LocalDateTime.parse(typed).atZone(preferences.getZone()).toInstant();
    } catch (DateTimeException unreadable) {
      return otherwise;
    }
  }

  /** A moment as the fields have it. */
  public String local(Instant instant) {
    return LocalDateTime.ofInstant(instant, preferences.getZone())
        .truncatedTo(ChronoUnit.MINUTES)
        .toString();
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

package asset2go.kit;

import asset2go.frame.Preferences;
import asset2go.frame.Span;
import asset2go.page.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** How many complete ones of every kit can go out in a window, and which slots are short. */
@Named
@RequestScoped
public class KitOutlookPage {
  @Inject HttpServletRequest request;
  @Inject KitsApi api;
  @Inject Preferences preferences;

  private Span span = new Span(Instant.EPOCH, Instant.EPOCH, ZoneOffset.UTC);
  private @Nullable Page<KitOutlook> page;

  public void load() {
    span = Span.of(request, preferences.getZone(), Duration.ofDays(1));
    page = api.outlook(span.from(), span.to(), null, request.getParameter("after"));
  }

  public Span getSpan() {
    return span;
  }

  public @Nullable Page<KitOutlook> getPage() {
    return page;
  }

  /** The window in the address of a kit, or of more of them. */
  public String getWindow() {
    return "from=" + encoded(span.getFirst()) + "&to=" + encoded(span.getLast());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}

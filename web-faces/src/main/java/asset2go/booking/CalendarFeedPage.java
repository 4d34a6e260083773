package asset2go.booking;

import asset2go.client.ApiProblem;
import asset2go.frame.Form;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** The address at which one's calendar program reads one's bookings; shown when it is made. */
@Named
@RequestScoped
public class CalendarFeedPage {
  @Inject CalendarFeedApi api;
  @Inject Form form;

  private @Nullable CalendarFeed feed;

  public CalendarFeed getFeed() {
    if (feed == null) {
      feed = api.get();
    }
    return feed;
  }

  /** Makes an address, and stays to show it: nobody can show it again. */
  public void make() {
    try {
      feed = api.make();
    } catch (ApiProblem refused) {
      form.refuse(refused);
    }
  }

  public void revoke() {
    form.send(
        () -> {
          api.revoke();
          return "/bookings/feed";
        },
        "note.booking.feed-revoked");
  }
}

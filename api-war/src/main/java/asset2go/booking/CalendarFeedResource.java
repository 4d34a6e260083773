package asset2go.booking;

import asset2go.platform.Allow;
import asset2go.platform.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;

/** {@code /v1/me/calendar-feed}. */
@ApplicationScoped
@Path("/v1/me/calendar-feed")
public class CalendarFeedResource implements CalendarFeedApi {

  private @Inject CalendarFeeds feeds;
  private @Inject Caller caller;

  @Override
  public CalendarFeed get() {
    return feeds.get(caller.actor());
  }

  @Override
  @Allow(everybody = true, inPerson = true)
  public CalendarFeed make() {
    return feeds.make(caller.actor());
  }

  @Override
  @Allow(everybody = true, inPerson = true)
  public void revoke() {
    feeds.revoke(caller.actor());
  }
}

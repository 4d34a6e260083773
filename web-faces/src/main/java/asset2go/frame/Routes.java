package asset2go.frame;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every address that has a page. The first that matches is taken. */
final class Routes {
  private static final List<Route> ALL =
      List.of(
          inside("/", "/dashboard/page"),
          inside("/assets", "/asset/list"),
          inside("/assets/new", "/asset/edit"),
          inside("/assets/{id}", "/asset/page"),
          inside("/assets/{id}/edit", "/asset/edit"),
          inside("/q/{id}", "/asset/page"),
          inside("/bookings", "/booking/list"),
          inside("/bookings/new", "/booking/edit"),
          inside("/bookings/check", "/booking/check"),
          inside("/bookings/calendar", "/booking/calendar"),
          inside("/bookings/policies", "/booking/policies"),
          inside("/bookings/feed", "/booking/feed"),
          inside("/bookings/{id}", "/booking/page"),
          inside("/bookings/{id}/edit", "/booking/edit"),
          inside("/kits", "/kit/list"),
          inside("/kits/new", "/kit/edit"),
          inside("/kits/{id}", "/kit/page"),
          inside("/kits/{id}/edit", "/kit/edit"),
          inside("/locations", "/location/tree"),
          inside("/locations/new", "/location/edit"),
          inside("/locations/{id}", "/location/page"),
          inside("/locations/{id}/edit", "/location/edit"),
          inside("/imports", "/importing/list"),
          inside("/imports/new", "/importing/new"),
          inside("/imports/{id}", "/importing/page"),
          inside("/jobs", "/job/list"),
          inside("/jobs/schedules", "/job/schedules"),
          inside("/jobs/{queue}/job", "/job/page"),
          inside("/people", "/people/list"),
          inside("/people/new", "/people/edit"),
          inside("/people/{id}", "/people/page"),
          inside("/people/{id}/edit", "/people/edit"),
          inside("/people/{id}/offboarding", "/people/offboarding"),
          inside("/teams", "/people/teams"),
          inside("/teams/new", "/people/team-edit"),
          inside("/teams/{id}", "/people/team"),
          inside("/teams/{id}/edit", "/people/team-edit"),
          inside("/custody", "/custody/list"),
          inside("/custody/basket", "/custody/basket"),
          inside("/stock-takes", "/stocktake/list"),
          inside("/stock-takes/new", "/stocktake/new"),
          inside("/stock-takes/{id}", "/stocktake/page"),
          inside("/acceptances", "/acceptance/list"),
          inside("/acceptances/{id}", "/acceptance/page"),
          inside("/terms", "/acceptance/terms"),
          inside("/catalogue", "/catalogue/page"),
          inside("/catalogue/batches/{id}", "/catalogue/batch"),
          inside("/catalogue/categories/{id}", "/catalogue/category"),
          inside("/questions", "/question/list"),
          inside("/questions/single-points", "/question/single-points"),
          inside("/questions/sight", "/question/sight"),
          inside("/questions/kits", "/question/kits"),
          inside("/questions/outage", "/question/outage"),
          inside("/audit", "/audit/page"),
          inside("/checks", "/check/page"),
          inside("/maintenance", "/maintenance/board"),
          inside("/maintenance/orders/new", "/maintenance/order-edit"),
          inside("/maintenance/orders/{id}", "/maintenance/order"),
          inside("/maintenance/orders/{id}/edit", "/maintenance/order-edit"),
          inside("/maintenance/reports", "/maintenance/reports"),
          inside("/maintenance/plans", "/maintenance/plans"),
          inside("/maintenance/plans/new", "/maintenance/plan-edit"),
          inside("/maintenance/plans/{id}", "/maintenance/plan-edit"),
          inside("/search", "/search/page"),
          inside("/lookup/{kind}", "/lookup/options"),
          inside("/profile", "/identity/profile"),
          inside("/users", "/identity/users"),
          inside("/users/invite", "/identity/invite"),
          inside("/trash", "/asset/trash"),
          inside("/bulk", "/bulk/list"),
          inside("/bulk/new", "/bulk/new"),
          inside("/bulk/{id}", "/bulk/page"),
          inside("/grants", "/right/grants"),
          inside("/grants/new", "/right/new"),
          inside("/grants/why", "/right/why"),
          open("/login", "/identity/login"),
          open("/report/{id}", "/maintenance/report"),
          open("/forgot-password", "/identity/forgot"),
          open("/password-reset", "/identity/reset"),
          open("/invitation", "/identity/accept"));

  private Routes() {}

  /**
   * A path that leads to a page.
   *
   * @param parameters from the path
   */
  record Found(Route route, Map<String, String> parameters) {}

  private static Route inside(String pattern, String view) {
    return new Route(pattern, view, false);
  }

  private static Route open(String pattern, String view) {
    return new Route(pattern, view, true);
  }

  static List<Route> all() {
    return ALL;
  }

  static Optional<Found> find(String path) {
    return ALL.stream()
        .flatMap(route -> route.match(path).map(found -> new Found(route, found)).stream())
        .findFirst();
  }
}

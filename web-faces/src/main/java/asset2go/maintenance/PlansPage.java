package asset2go.maintenance;

import asset2go.frame.Figures;
import asset2go.frame.Query;
import asset2go.frame.Texts;
import asset2go.page.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every plan. */
@Named
@RequestScoped
public class PlansPage {
  private static final int ROWS = 50;

  @Inject HttpServletRequest request;
  @Inject PlansApi api;
  @Inject Texts texts;
  @Inject Figures figures;

  private Query query = new Query(Map.of());
  private @Nullable Page<MaintenancePlan> page;

  public void load() {
    query = Query.of(request, "q");
    page = api.list(query.get("q"), ROWS, request.getParameter("after"));
  }

  public Query getQuery() {
    return query;
  }

  public @Nullable Page<MaintenancePlan> getPage() {
    return page;
  }

  /** How often, in words. */
  public String rhythm(MaintenancePlan plan) {
    var calendar = plan.calendar();
    var meter = plan.meter();
    return Stream.of(
            calendar == null ? null : texts.get("plans.every." + calendar.unit(), calendar.every()),
            meter == null
                ? null
                : texts.get("plans.every.meter", figures.number(meter.every()), meter.name()))
        .filter(Objects::nonNull)
        .collect(Collectors.joining(" " + texts.get("plans.or") + " "));
  }

  /** Where what a plan covers is shown. */
  public String address(PlanSubject subject) {
    return switch (subject.kind()) {
      case ASSET -> "/assets/" + subject.id();
      case MODEL -> "/assets?model=" + subject.id();
      case LOCATION -> "/locations/" + subject.id();
    };
  }

  /** Address of the next page, but for its cursor. */
  public String getNext() {
    return "/maintenance/plans?" + (query.isEmpty() ? "" : query + "&") + "after=";
  }
}

package asset2go.maintenance;

import asset2go.frame.Figures;
import asset2go.frame.Form;
import asset2go.page.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How an asset is kept fit for use: its service history, down-time, meters and what is due. */
@Named
@RequestScoped
public class AssetWorkPage {
  private static final int ROWS = 50;

  @Inject HttpServletRequest request;
  @Inject WorkOrdersApi orders;
  @Inject AssetMaintenanceApi api;
  @Inject Figures figures;
  @Inject Form form;

  private final Map<String, String> values = new HashMap<>();
  private boolean replaced;
  private @Nullable AssetMaintenance summary;
  private @Nullable Page<WorkOrder> history;

  public String getId() {
    return String.valueOf(request.getParameter("id"));
  }

  public AssetMaintenance getSummary() {
    if (summary == null) {
      summary = api.get(getId());
    }
    return summary;
  }

  /** Its work orders, the newest first. */
  public Page<WorkOrder> getHistory() {
    if (history == null) {
      var query = new WorkOrderQuery();
      query.asset = getId();
      query.limit = ROWS;
      query.after = request.getParameter("after");
      history = orders.list(query);
    }
    return history;
  }

  public String getDown() {
    return figures.duration(Duration.ofMinutes(getSummary().downMinutes()).toMillis());
  }

  /** How long one time was, or is by now. */
  public String length(Downtime time) {
    var end = time.to() == null ? Instant.now() : time.to();
    return figures.duration(Duration.between(time.from(), end).toMillis());
  }

  public String getCosts() {
    return getSummary().costs().stream()
        .map(cost -> figures.amount(cost.amount(), cost.currency()))
        .collect(Collectors.joining(", "));
  }

  public String getBack() {
    return "/assets/" + getId() + "?tab=maintenance";
  }

  public boolean isReading() {
    return "new".equals(request.getParameter("reading"));
  }

  /** Records what a meter shows. */
  public void read() {
    var value = Typed.decimal(values.get("value"));
    if (value == null) {
      form.refuseField("value", "fault.FORMAT");
      return;
    }
    form.send(
        () -> {
          api.read(
              getId(),
              new Reading(
                  Objects.requireNonNullElse(Form.orNull(values.get("meter")), ""),
                  Form.orNull(values.get("unit")),
                  value.doubleValue(),
                  replaced));
          return getBack();
        },
        "note.meter.read");
  }

  public Map<String, String> getValues() {
    return values;
  }

  public boolean isReplaced() {
    return replaced;
  }

  public void setReplaced(boolean replaced) {
    this.replaced = replaced;
  }
}

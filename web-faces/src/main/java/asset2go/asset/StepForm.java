package asset2go.asset;

import asset2go.custody.Holders;
import asset2go.frame.Form;
import asset2go.lookup.Lookup;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The dialog that asks for what a step of an asset's life needs. */
@Named
@RequestScoped
public class StepForm {
  @Inject HttpServletRequest request;
  @Inject AssetsApi api;
  @Inject AssetPage page;
  @Inject Lookup lookup;
  @Inject Form form;

  private final Map<String, String> values = new HashMap<>();

  /** What is typed, by field. */
  public Map<String, String> getValues() {
    return values;
  }

  public boolean isDelete() {
    return "delete".equals(request.getParameter("step"));
  }

  /** The step that the address asks for, where it can be taken now. */
  public Asset.@Nullable NextStep getStep() {
    return page.getNext().stream()
        .filter(step -> step.to() == to().orElse(null))
        .findFirst()
        .orElse(null);
  }

  private Optional<EquipmentStatus> to() {
    try {
      return Optional.ofNullable(request.getParameter("step")).map(EquipmentStatus::valueOf);
    } catch (IllegalArgumentException unknown) {
      return Optional.empty();
    }
  }

  public boolean needs(String guard) {
    var step = getStep();
    return step != null && step.needs().contains(guard);
  }

  public Condition[] getConditions() {
    return Condition.values();
  }

  /** Takes the step. */
  public void take() {
    var to = to().orElseThrow();
    form.send(
        () -> {
          api.transition(page.getId(), null, transition(to));
          return "/assets/" + page.getId();
        },
        "note.step." + to);
    if (form.isRefused()) {
      page.load();
    }
  }

  private Transition transition(EquipmentStatus to) {
    var from = Form.orNull(values.get("from"));
    return new Transition(
        to,
        from == null ? null : EquipmentStatus.valueOf(from),
        Form.orNull(values.get("reason")),
        condition(),
        custodian(),
        due(),
        Form.orNull(values.get("method")));
  }

  private @Nullable Condition condition() {
    var typed = Form.orNull(values.get("condition"));
    return typed == null ? null : Condition.valueOf(typed);
  }

  private @Nullable Holder custodian() {
    var id = lookup.resolve("holder", values.get("custodianId"), values.get("custodian"));
    return id == null ? null : Holders.parse(id);
  }

  private @Nullable LocalDate due() {
    try {
      var typed = Form.orNull(values.get("due"));
      return typed == null ? null : LocalDate.parse(typed);
    } catch (DateTimeException unreadable) {
      return null;
    }
  }
}

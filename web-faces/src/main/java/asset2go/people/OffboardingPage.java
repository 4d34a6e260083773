package asset2go.people;

import asset2go.asset.Condition;
import asset2go.client.ApiProblem;
import asset2go.custody.Basket;
import asset2go.custody.Holders;
import asset2go.frame.Form;
import asset2go.frame.Notes;
import asset2go.lookup.Lookup;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Somebody leaves: what there is to settle, and settling it in one step. */
@Named
@RequestScoped
public class OffboardingPage {
  @Inject HttpServletRequest request;
  @Inject PeopleApi api;
  @Inject Lookup lookup;
  @Inject Form form;
  @Inject Notes notes;

  private final Map<String, String> values = new HashMap<>();
  private @Nullable Offboarding offboarding;
  private List<Basket.Item> left = List.of();

  public void load() {
    offboarding = api.offboarding(getId());
  }

  /** Does it. What could not be settled is shown with the reason, else the person. */
  public void settle() {
    var heir = Form.orNull(values.get("custodian"));
    var chosen = heir == null ? null : lookup.resolve("holder", values.get("custodianId"), heir);
    if (heir != null && chosen == null) {
      form.refuseField("custodian", "lookup.unknown");
    } else {
      try {
        settle(chosen);
      } catch (RuntimeException failure) {
        form.refuse(ApiProblem.in(failure).orElseThrow(() -> failure));
      }
    }
    load();
  }

  private void settle(@Nullable String heir) {
    var condition = Form.orNull(values.get("condition"));
    var outcome =
        api.offboard(
            getId(),
            new OffboardingRequest(
                heir == null ? null : Holders.parse(heir),
                null,
                condition == null ? null : Condition.valueOf(condition),
                Form.orNull(values.get("notes"))));
    left = outcome.items().stream().filter(item -> item.error() != null).toList();
    if (left.isEmpty()) {
      notes.leave("note.person.left", outcome.person().name());
      form.goTo("/people/" + getId());
    }
  }

  /** Somebody is with us after all. */
  public void welcomeBack() {
    form.send(
        () -> {
          api.welcomeBack(getId());
          return "/people/" + getId();
        },
        "note.person.back");
    if (form.isRefused()) {
      load();
    }
  }

  public String getId() {
    return String.valueOf(request.getParameter("id"));
  }

  public @Nullable Offboarding getOffboarding() {
    return offboarding;
  }

  public Condition[] getConditions() {
    return Condition.values();
  }

  public Map<String, String> getValues() {
    return values;
  }

  /** What stayed with them. */
  public List<Basket.Item> getLeft() {
    return left;
  }

  /** Why, in the person's language. */
  public String why(Basket.Item item) {
    return item.error() == null ? "" : form.words(item.error());
  }
}

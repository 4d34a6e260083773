package asset2go.right;

import asset2go.frame.Form;
import asset2go.lookup.Lookup;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Why somebody sees an asset, for administrators; the address keeps the question. */
@Named
@RequestScoped
public class WhyPage {
  @Inject HttpServletRequest request;
  @Inject RightsApi api;
  @Inject Lookup lookup;
  @Inject Form form;

  private final Map<String, String> values = new HashMap<>();
  private @Nullable Explanation explanation;

  public void load() {
    var person = request.getParameter("person");
    var asset = request.getParameter("asset");
    if (person != null && asset != null) {
      explanation = api.explain(person, asset);
      values.put("whoId", person);
      values.put("who", explanation.person().name());
      values.put("whatId", asset);
      values.put("what", explanation.asset().tag() + " · " + explanation.asset().name());
    }
  }

  public void ask() {
    var person = lookup.resolve("person", values.get("whoId"), values.get("who"));
    var asset = lookup.resolve("asset", values.get("whatId"), values.get("what"));
    if (person == null) {
      form.refuseField("who", "lookup.unknown");
    }
    if (asset == null) {
      form.refuseField("what", "lookup.unknown");
    }
    if (person != null && asset != null) {
      form.goTo("/grants/why?person=" + person + "&asset=" + asset);
    }
  }

  public @Nullable Explanation getExplanation() {
    return explanation;
  }

  public Map<String, String> getValues() {
    return values;
  }

  /** Where a step of a way is shown; null for what has no page. */
  public @Nullable String address(Explanation.Step step) {
    return switch (step.kind()) {
      case "ASSET" -> "/assets/" + step.id();
      case "LOCATION" -> "/locations/" + step.id();
      case "MODEL" -> "/assets?model=" + step.id();
      case "CATEGORY" -> "/assets?category=" + step.id();
      case "COMPANY" -> "/assets?company=" + step.id();
      default -> null;
    };
  }
}

package asset2go.asset;

import asset2go.dependency.Dependency;
import asset2go.dependency.DependencyDraft;
import asset2go.frame.Form;
import asset2go.lookup.Lookup;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What an asset needs: saying so, and no longer saying so. */
@Named
@RequestScoped
public class DependencyForm {
  @Inject AssetsApi api;
  @Inject AssetPage page;
  @Inject Lookup lookup;
  @Inject Form form;

  private final Map<String, String> values =
      new HashMap<>(Map.of("kind", "POWER", "criticality", "HIGH"));

  public Map<String, String> getValues() {
    return values;
  }

  public Dependency.Criticality[] getCriticalities() {
    return Dependency.Criticality.values();
  }

  public void add() {
    var id = lookup.resolve("asset", values.get("dependsOnId"), values.get("dependsOn"));
    if (id == null) {
      form.refuseField("dependsOn", "lookup.unknown");
    } else {
      form.send(
          () -> {
            api.depend(page.getId(), draft(id));
            return address();
          },
          "note.dependency.added");
    }
    if (form.isRefused()) {
      page.load();
    }
  }

  private DependencyDraft draft(String id) {
    var criticality = Form.orNull(values.get("criticality"));
    var kind = Form.orNull(values.get("kind"));
    return new DependencyDraft(
        id,
        kind == null ? null : kind.toUpperCase(Locale.ROOT).replace(' ', '_'),
        criticality == null ? null : Dependency.Criticality.valueOf(criticality));
  }

  public void remove(String dependsOnId, String kind) {
    form.send(
        () -> {
          api.undepend(page.getId(), dependsOnId, kind);
          return address();
        },
        "note.dependency.removed");
    if (form.isRefused()) {
      page.load();
    }
  }

  private String address() {
    return "/assets/" + page.getId() + "?tab=graph";
  }
}

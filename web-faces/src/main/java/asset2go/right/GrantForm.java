package asset2go.right;

import asset2go.frame.Form;
import asset2go.identity.RoleName;
import asset2go.lookup.Lookup;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.Map;

/** Gives somebody a role over a part. */
@Named
@RequestScoped
public class GrantForm {
  @Inject GrantsApi api;
  @Inject Lookup lookup;
  @Inject Form form;

  private final Map<String, String> values = new HashMap<>(Map.of("role", RoleName.MEMBER.name()));

  public void give() {
    var holder = lookup.resolve("grantee", values.get("holderId"), values.get("holder"));
    var part = PartField.of(lookup, values, "over");
    if (holder == null) {
      form.refuseField("holder", "lookup.unknown");
    }
    if (part == null) {
      form.refuseField("over", "lookup.unknown");
    }
    if (holder != null && part != null) {
      form.send(
          () -> {
            var role = RoleName.valueOf(Form.text(values.get("role")));
            api.give(new GrantDraft(holder, role, part.kind(), part.id()));
            return "/grants";
          },
          "note.grant.given");
    }
  }

  public Map<String, String> getValues() {
    return values;
  }

  public RoleName[] getRoles() {
    return RoleName.values();
  }
}

package asset2go.identity;

import asset2go.client.ApiProblem;
import asset2go.frame.Form;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks somebody to join. Where no mail can be sent, the link is shown once, to be handed over. */
@Named
@RequestScoped
public class InviteForm {
  @Inject InvitationsApi api;
  @Inject Form form;

  private final Map<String, String> values = new HashMap<>(Map.of("role", RoleName.MEMBER.name()));
  private @Nullable Invited invited;

  public void invite() {
    try {
      var made =
          api.invite(
              new Invitation(
                  Form.text(values.get("email")), Form.text(values.get("name")), role()));
      if (made.link() == null) {
        form.send(() -> "/users", "note.invited", made.user().email());
      } else {
        invited = made;
      }
    } catch (RuntimeException failure) {
      var problem = ApiProblem.in(failure).orElseThrow(() -> failure);
      form.refuse(problem);
    }
  }

  private @Nullable RoleName role() {
    var role = Form.orNull(values.get("role"));
    return role == null ? null : RoleName.valueOf(role);
  }

  public @Nullable Invited getInvited() {
    return invited;
  }

  public Map<String, String> getValues() {
    return values;
  }

  public RoleName[] getRoles() {
    return RoleName.values();
  }
}

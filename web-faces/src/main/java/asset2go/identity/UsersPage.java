package asset2go.identity;

import asset2go.frame.Form;
import asset2go.page.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everybody who may sign in, for administrators: roles, letting in, shutting out. */
@Named
@RequestScoped
public class UsersPage {
  private static final int ROWS = 50;

  @Inject HttpServletRequest request;
  @Inject UsersApi api;
  @Inject Form form;

  private final Map<String, String> values = new HashMap<>();
  private @Nullable Page<User> page;
  private @Nullable User user;

  public void load() {
    page = api.list(request.getParameter("q"), ROWS, request.getParameter("after"));
  }

  /** The user whose dialog is open. */
  public @Nullable User getUser() {
    var id = request.getParameter("user");
    if (user == null && id != null) {
      user = api.get(id);
      values.putIfAbsent("role", user.roles().isEmpty() ? "" : user.roles().get(0).name());
      values.putIfAbsent("access", user.disabled() ? "no" : "yes");
    }
    return user;
  }

  public void save() {
    form.send(
        () -> {
          var role = Form.orNull(values.get("role"));
          api.change(
              request.getParameter("user"),
              new UserChange(
                  role == null ? null : RoleName.valueOf(role),
                  role == null,
                  "no".equals(values.get("access"))));
          return "/users";
        },
        "note.user.changed");
    if (form.isRefused()) {
      load();
    }
  }

  public Map<String, String> getValues() {
    return values;
  }

  public @Nullable Page<User> getPage() {
    return page;
  }

  public RoleName[] getRoles() {
    return RoleName.values();
  }

  public List<String> getAccesses() {
    return List.of("yes", "no");
  }

  public @Nullable String getQ() {
    return request.getParameter("q");
  }
}

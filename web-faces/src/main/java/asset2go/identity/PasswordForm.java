package asset2go.identity;

import asset2go.client.Recent;
import asset2go.client.TokenCookie;
import asset2go.frame.Form;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;

/** Every way to a new password: by choice, by a mail's link, by an invitation. */
@Named
@RequestScoped
public class PasswordForm {
  @Inject HttpServletRequest request;
  @Inject AuthApi auth;
  @Inject MeApi me;
  @Inject InvitationsApi invitations;
  @Inject TokenCookie cookie;
  @Inject Recent recent;
  @Inject Form form;

  private final Map<String, String> values = new HashMap<>();

  /** Has a link mailed. The page says the same whether the address is known or not. */
  public void forgot() {
    form.send(
        () -> {
          auth.forgotten(new PasswordResetRequest(Form.text(values.get("email")))).close();
          return "/forgot-password?sent=1";
        });
  }

  /** Sets it by the mail's link. */
  public void reset() {
    form.send(
        () -> {
          auth.reset(new PasswordReset(token(), typed()));
          cookie.clear(form.response());
          return "/login";
        },
        "note.password.changed");
  }

  /** Takes an invitation up, and is signed in by it. */
  public void accept() {
    form.send(
        () -> {
          var signedIn =
              invitations.accept(
                  new InvitationAcceptance(token(), Form.orNull(values.get("name")), typed()));
          cookie.write(form.response(), signedIn.token(), signedIn.expiresAt());
          return "/";
        },
        "note.welcome");
  }

  /** Changes it while signed in. */
  public void change() {
    form.send(
        () -> {
          me.changePassword(new PasswordChange(typed("current"), typed()));
          recent.forget(Viewer.ME);
          return "/profile";
        },
        "note.password.changed");
  }

  public boolean isSent() {
    return request.getParameter("sent") != null;
  }

  /** A mail's link without its token is of no use. */
  public boolean isLinked() {
    return !token().isEmpty();
  }

  private String token() {
    return Form.text(request.getParameter("token"));
  }

  private String typed() {
    return typed("password");
  }

  /** A blank at either end of a password belongs to it. */
  private String typed(String field) {
    var value = values.get(field);
    return value == null ? "" : value;
  }

  public int getShortest() {
    return Passwords.MIN;
  }

  public Map<String, String> getValues() {
    return values;
  }
}

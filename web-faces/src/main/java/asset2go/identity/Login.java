package asset2go.identity;

import asset2go.client.ApiProblem;
import asset2go.client.TokenCookie;
import asset2go.frame.Form;
import asset2go.frame.LocalPath;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** The sign-in page. */
@Named
@RequestScoped
public class Login {
  @Inject AuthApi auth;
  @Inject TokenCookie cookie;
  @Inject Form form;

  private @Nullable String email;
  private @Nullable String password;
  private @Nullable String then;

  /** Signs in and goes on to where the person wanted to go. */
  public void signIn() {
    try {
      var signedIn = auth.login(new Credentials(Form.text(email), Form.text(password)));
      cookie.write(form.response(), signedIn.token(), signedIn.expiresAt());
      form.goTo(LocalPath.orHome(then));
    } catch (RuntimeException failure) {
      var problem = ApiProblem.in(failure).orElseThrow(() -> failure);
      if (problem.status() == 401) {
        form.refuse("login.wrong");
      } else {
        form.refuse(problem);
      }
    }
  }

  public @Nullable String getEmail() {
    return email;
  }

  public void setEmail(@Nullable String email) {
    this.email = email;
  }

  public @Nullable String getPassword() {
    return password;
  }

  public void setPassword(@Nullable String password) {
    this.password = password;
  }

  /** Where to report a fault instead, for who scanned the code of an asset; null for others. */
  public @Nullable String getReport() {
    return then != null && then.matches("/q/[A-Za-z0-9_-]{1,64}")
        ? "/report/" + then.substring("/q/".length())
        : null;
  }

  public @Nullable String getThen() {
    return then;
  }

  public void setThen(@Nullable String then) {
    this.then = then;
  }
}

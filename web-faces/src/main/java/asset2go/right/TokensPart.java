package asset2go.right;

import asset2go.client.ApiProblem;
import asset2go.frame.Form;
import asset2go.identity.RoleName;
import asset2go.lookup.Lookup;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tokens of whoever is signed in, in the profile. A new one is shown once. */
@Named
@RequestScoped
public class TokensPart {
  @Inject HttpServletRequest request;
  @Inject ApiTokensApi api;
  @Inject Lookup lookup;
  @Inject Form form;

  private final Map<String, String> values =
      new HashMap<>(Map.of("tokenRole", RoleName.AUDITOR.name(), "days", "90"));
  private @Nullable List<ApiToken> tokens;
  private ApiToken.@Nullable Made made;

  public List<ApiToken> getTokens() {
    if (tokens == null) {
      tokens = api.list().items();
    }
    return tokens;
  }

  public void make() {
    var part = PartField.of(lookup, values, "tokenOver");
    if (part == null && Form.orNull(values.get("tokenOver")) != null) {
      form.refuseField("tokenOver", "lookup.unknown");
      return;
    }
    try {
      made =
          api.make(
              new ApiTokenDraft(
                  Form.text(values.get("tokenName")),
                  RoleName.valueOf(Form.text(values.get("tokenRole"))),
                  part == null ? null : part.kind(),
                  part == null ? null : part.id(),
                  Integer.valueOf(Form.text(values.get("days")))));
      values.remove("tokenName");
    } catch (RuntimeException failure) {
      form.refuse(ApiProblem.in(failure).orElseThrow(() -> failure));
    }
  }

  public void end() {
    form.send(
        () -> {
          api.revoke(request.getParameter("end"));
          return "/profile";
        },
        "note.token.ended");
  }

  /** The token that is about to be ended. */
  public @Nullable ApiToken getEnding() {
    var id = request.getParameter("end");
    return id == null
        ? null
        : getTokens().stream().filter(token -> token.id().equals(id)).findFirst().orElse(null);
  }

  /** The token that was just made. */
  public ApiToken.@Nullable Made getMade() {
    return made;
  }

  public Map<String, String> getValues() {
    return values;
  }

  public RoleName[] getRoles() {
    return RoleName.values();
  }

  public List<String> getTerms() {
    return List.of("7", "30", "90", "366");
  }
}

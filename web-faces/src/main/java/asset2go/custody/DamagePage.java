package asset2go.custody;

import asset2go.asset.AssetsApi;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** Who had an asset when it was damaged. */
@Named
@RequestScoped
public class DamagePage {
  @Inject HttpServletRequest request;
  @Inject AssetsApi api;

  private @Nullable DamageTrail trail;

  public DamageTrail getTrail() {
    if (trail == null) {
      trail = api.damage(String.valueOf(request.getParameter("id")));
    }
    return trail;
  }
}

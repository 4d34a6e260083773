package asset2go.right;

import asset2go.identity.MeApi;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** What the person who looks may see. */
@Named
@RequestScoped
public class SightPage {
  @Inject MeApi api;

  private @Nullable Sight sight;

  public Sight getSight() {
    if (sight == null) {
      sight = api.sight();
    }
    return sight;
  }

  /** The equipment of a part. */
  public String address(Part part) {
    return switch (part.kind()) {
      case LOCATION -> "/locations/" + part.id();
      case CATEGORY -> "/assets?category=" + part.id();
      case COMPANY -> "/assets?company=" + part.id();
    };
  }
}

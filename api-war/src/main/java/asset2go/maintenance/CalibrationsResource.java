package asset2go.maintenance;

import asset2go.page.Page;
import asset2go.platform.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import org.jspecify.annotations.Nullable;

/** {@code /v1/assets/{id}/calibrations}. */
@ApplicationScoped
@Path("/v1/assets/{id}/calibrations")
public class CalibrationsResource implements CalibrationsApi {

  private @Inject Calibrations calibrations;
  private @Inject Caller caller;

  @Override
  public Page<Calibration> list(
      String id, @Nullable String validOn, @Nullable Integer limit, @Nullable String after) {
    return calibrations.list(caller.actor(), id, validOn, limit, after);
  }
}

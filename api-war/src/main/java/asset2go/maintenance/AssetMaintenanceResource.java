package asset2go.maintenance;

import asset2go.identity.RoleName;
import asset2go.platform.Allow;
import asset2go.platform.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;

/** {@code /v1/assets/{id}/maintenance}. */
@ApplicationScoped
@Path("/v1/assets/{id}/maintenance")
public class AssetMaintenanceResource implements AssetMaintenanceApi {

  private @Inject AssetMaintenances maintenance;
  private @Inject Meters meters;
  private @Inject Caller caller;

  @Override
  public AssetMaintenance get(String id) {
    return maintenance.get(caller.actor(), id);
  }

  @Override
  @Allow(
      value = {RoleName.ADMIN, RoleName.MANAGER, RoleName.TECHNICIAN},
      somewhere = true)
  public AssetMaintenance read(String id, Reading reading) {
    return meters.read(caller.actor(), id, reading);
  }
}

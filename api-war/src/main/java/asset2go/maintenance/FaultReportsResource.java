package asset2go.maintenance;

import asset2go.document.FaultPhotos;
import asset2go.document.FilePart;
import asset2go.identity.RoleName;
import asset2go.page.Page;
import asset2go.platform.Allow;
import asset2go.platform.Caller;
import asset2go.platform.Open;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** {@code /v1/fault-reports}. */
@ApplicationScoped
@Path("/v1/fault-reports")
public class FaultReportsResource implements FaultReportsApi {

  private @Inject FaultReports reports;
  private @Inject FaultPhotos photos;
  private @Inject Caller caller;
  private @Context HttpHeaders headers;

  @Override
  @Open
  public Response report(FaultReportDraft draft) {
    FaultReceipt receipt =
        reports.report(
            caller.signedIn().isPresent() ? caller.actor() : null, caller.address(), draft);
    return Response.accepted(receipt).build();
  }

  @Override
  @Open
  public Response addPhoto(@Nullable String key, InputStream body) {
    FilePart.read(
        headers.getHeaderString(HttpHeaders.CONTENT_TYPE),
        body,
        file -> {
          photos.add(key == null ? "" : key, file.name(), file.content());
          return file;
        });
    return Response.accepted().build();
  }

  @Override
  @Allow(
      value = {RoleName.ADMIN, RoleName.MANAGER, RoleName.TECHNICIAN},
      somewhere = true)
  public Page<FaultReport> list(
      @Nullable String state, @Nullable Integer limit, @Nullable String after) {
    return reports.list(caller.actor(), state, limit, after);
  }

  @Override
  @Allow(
      value = {RoleName.ADMIN, RoleName.MANAGER, RoleName.TECHNICIAN},
      somewhere = true)
  public FaultReport get(String id) {
    return reports.get(caller.actor(), id);
  }

  @Override
  @Allow(
      value = {RoleName.ADMIN, RoleName.MANAGER, RoleName.TECHNICIAN},
      somewhere = true)
  public FaultReport accept(String id, FaultAcceptance acceptance) {
    return reports.accept(caller.actor(), id, acceptance);
  }

  @Override
  @Allow(
      value = {RoleName.ADMIN, RoleName.MANAGER, RoleName.TECHNICIAN},
      somewhere = true)
  public FaultReport reject(String id, FaultRejection rejection) {
    return reports.reject(caller.actor(), id, rejection);
  }
}

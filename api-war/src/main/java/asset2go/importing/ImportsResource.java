package asset2go.importing;

import asset2go.identity.RoleName;
import asset2go.page.Creates;
import asset2go.page.Page;
import asset2go.platform.Allow;
import asset2go.platform.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** {@code /v1/imports}. */
@ApplicationScoped
@Path("/v1/imports")
@Produces(MediaType.APPLICATION_JSON)
public class ImportsResource implements ImportsApi {

  static final String CSV = "text/csv";

  private @Inject ImportRuns runs;
  private @Inject Caller caller;

  @Override
  public Page<ImportRun> list(@Nullable Integer limit, @Nullable String after) {
    return runs.list(limit, after);
  }

  @Override
  @Creates(status = 202)
  @Allow({RoleName.ADMIN, RoleName.MANAGER})
  public ImportRun start(List<EntityPart> parts) {
    Form form = new Form(parts);
    ImportRuns.Wish wish =
        new ImportRuns.Wish(
            form.kind(),
            form.fileName(),
            form.flag("dryRun", false),
            form.flag("createMissing", true),
            form.mapping());
    return runs.start(caller.actor(), wish, form.content());
  }

  @Override
  @Allow({RoleName.ADMIN, RoleName.MANAGER})
  public ImportPreview preview(List<EntityPart> parts) {
    Form form = new Form(parts);
    return runs.preview(form.kind(), form.content(), form.mapping());
  }

  @Override
  public ImportRun get(String id) {
    return runs.get(id);
  }

  @Override
  @Creates(status = 202)
  @Allow({RoleName.ADMIN, RoleName.MANAGER})
  public ImportRun run(String id) {
    return runs.run(caller.actor(), id);
  }

  @Override
  @Allow({RoleName.ADMIN, RoleName.MANAGER})
  public ImportRun cancel(String id) {
    return runs.cancel(id);
  }

  @Override
  public Page<ImportError> errors(String id, @Nullable Integer limit, @Nullable String after) {
    return runs.errors(id, limit, after);
  }

  /** All errors as a file to be mended in a spreadsheet. */
  @GET
  @Path("/{id}/errors")
  @Produces(CSV)
  @Operation(summary = "What was wrong, by line, as CSV")
  public Response errorsAsCsv(@PathParam("id") String id) {
    ImportRun run = runs.get(id);
    StreamingOutput csv = out -> ErrorsCsv.write(runs, run.id(), out);
    return Response.ok(csv)
        .type(CSV + ";charset=utf-8")
        .header(
            HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"errors-" + run.id() + ".csv\"")
        .build();
  }
}

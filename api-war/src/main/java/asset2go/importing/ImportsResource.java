package asset2go.importing;

import asset2go.bulk.BulkRun;
import asset2go.csv.Head;
import asset2go.identity.Actor;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
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
  private @Context HttpHeaders headers;

  @Override
  public Page<ImportRun> list(@Nullable Integer limit, @Nullable String after) {
    return runs.list(caller.actor(), limit, after);
  }

  @Override
  @Creates(status = 202)
  @Allow({RoleName.ADMIN, RoleName.MANAGER})
  public ImportRun start(InputStream body) {
    Form<ImportRuns.Received> form = Form.read(type(), body, runs::receive, runs::discard);
    return runs.start(caller.actor(), form.wish(), form.file());
  }

  @Override
  @Allow({RoleName.ADMIN, RoleName.MANAGER})
  public ImportPreview preview(InputStream body) {
    Form<Head.Bytes> form = Form.read(type(), body, runs::begin, nothing -> {});
    return runs.preview(caller.actor(), form.kind(), form.file(), form.mapping());
  }

  private @Nullable String type() {
    return headers.getHeaderString(HttpHeaders.CONTENT_TYPE);
  }

  @Override
  public ImportRun get(String id) {
    return runs.get(caller.actor(), id);
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
    return runs.cancel(caller.actor(), id);
  }

  @Override
  @Creates
  @Allow({RoleName.ADMIN, RoleName.MANAGER})
  public BulkRun undo(String id, ImportUndo undo) {
    return runs.undo(caller.actor(), id, Boolean.TRUE.equals(undo.dryRun()));
  }

  @Override
  public Page<ImportError> errors(String id, @Nullable Integer limit, @Nullable String after) {
    return runs.errors(caller.actor(), id, limit, after);
  }

  /** All errors as a file to be mended in a spreadsheet. */
  @GET
  @Path("/{id}/errors")
  @Produces(CSV)
  @Operation(summary = "What was wrong, by line, as CSV")
  public Response errorsAsCsv(@PathParam("id") String id) {
    ImportRun run = runs.get(caller.actor(), id);
    Actor actor = caller.actor();
    StreamingOutput csv = out -> ErrorsCsv.write(runs, actor, run.id(), out);
    return Response.ok(csv)
        .type(CSV + ";charset=utf-8")
        .header(
            HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"errors-" + run.id() + ".csv\"")
        .build();
  }
}

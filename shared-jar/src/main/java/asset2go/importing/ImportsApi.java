package asset2go.importing;

import asset2go.bulk.BulkRun;
import asset2go.page.Page;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;

/** {@code /v1/imports}: the API implements it, the web tier calls it. */
@Path("/v1/imports")
@Produces(MediaType.APPLICATION_JSON)
public interface ImportsApi {

  /** The runs, newest first. */
  @GET
  Page<ImportRun> list(
      @QueryParam("limit") @Nullable Integer limit, @QueryParam("after") @Nullable String after);

  /**
   * Takes a file in: parts {@code file}, {@code kind} (assets, locations or dependencies), optional
   * {@code dryRun} (true or false) and {@code mapping} (a JSON object, column to field; an empty
   * field name leaves the column out), in any order. Answers 202; a worker does the rest.
   *
   * @param body read as it arrives
   */
  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  ImportRun start(
      @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = MediaType.MULTIPART_FORM_DATA,
                      schema = @Schema(implementation = ImportParts.class)))
          InputStream body);

  /**
   * Looks at the beginning of a file without keeping it: parts {@code file} and {@code kind}. It
   * says what the columns would be taken for.
   */
  @POST
  @Path("/preview")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  ImportPreview preview(
      @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = MediaType.MULTIPART_FORM_DATA,
                      schema = @Schema(implementation = ImportParts.class)))
          InputStream body);

  @GET
  @Path("/{id}")
  ImportRun get(@PathParam("id") String id);

  /** Runs the file of a finished dry run for real, with the same mapping: 202. */
  @POST
  @Path("/{id}/run")
  ImportRun run(@PathParam("id") String id);

  /** Stops it after the batch that is being written; what was written stays. */
  @POST
  @Path("/{id}/cancel")
  ImportRun cancel(@PathParam("id") String id);

  /**
   * Takes back what an import made and changed, as far as nobody has changed or uses it since: 201,
   * a run with an answer for each asset, location, dependency or kit. Within 90 days, and up to
   * 100,000 rows.
   */
  @POST
  @Path("/{id}/undo")
  @Consumes(MediaType.APPLICATION_JSON)
  BulkRun undo(@PathParam("id") String id, @Valid ImportUndo undo);

  /** What was wrong, by line. As CSV too, by Accept: text/csv or {@code ?format=csv}. */
  @GET
  @Path("/{id}/errors")
  Page<ImportError> errors(
      @PathParam("id") String id,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("after") @Nullable String after);
}

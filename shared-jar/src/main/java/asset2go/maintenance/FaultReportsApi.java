package asset2go.maintenance;

import asset2go.document.DocumentParts;
import asset2go.page.Page;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.jspecify.annotations.Nullable;

/** {@code /v1/fault-reports}: the API implements it, the web tier calls it. */
@Path("/v1/fault-reports")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface FaultReportsApi {

  /**
   * Takes a report from anybody. Always 202, whether or not there is such an asset: nobody learns
   * anything by it. 429 for more than five in an hour from one address, or more than ten about one
   * code.
   */
  @POST
  @SecurityRequirements
  @APIResponse(
      responseCode = "202",
      content = @Content(schema = @Schema(implementation = FaultReceipt.class)))
  Response report(@NotNull @Valid FaultReportDraft draft);

  /**
   * Adds a photo to a report within the hour: a form whose part {@code file} is a JPEG, PNG or WebP
   * image of 5 MiB at most. What is more than three is dropped; always 202, as above.
   */
  @POST
  @Path("/photos")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @SecurityRequirements
  Response addPhoto(
      @QueryParam("key") @Nullable String key,
      @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = MediaType.MULTIPART_FORM_DATA,
                      schema = @Schema(implementation = DocumentParts.class)))
          InputStream body);

  /**
   * The reports, the newest first; {@code state} is {@code new}, {@code accepted} or {@code
   * rejected}.
   */
  @GET
  Page<FaultReport> list(
      @QueryParam("state") @Nullable String state,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("after") @Nullable String after);

  @GET
  @Path("/{id}")
  FaultReport get(@PathParam("id") String id);

  /** Opens a work order for one that nobody has decided about. */
  @POST
  @Path("/{id}/accept")
  FaultReport accept(@PathParam("id") String id, @NotNull @Valid FaultAcceptance acceptance);

  /** Leaves it at that. */
  @POST
  @Path("/{id}/reject")
  FaultReport reject(@PathParam("id") String id, @NotNull @Valid FaultRejection rejection);
}

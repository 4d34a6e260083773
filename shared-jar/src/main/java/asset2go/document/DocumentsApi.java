package asset2go.document;

import asset2go.page.Page;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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

/** {@code /v1/documents}: the API implements it, the web tier calls it. */
@Path("/v1/documents")
@Produces(MediaType.APPLICATION_JSON)
public interface DocumentsApi {

  /**
   * The documents of one thing, the oldest first.
   *
   * @param kind {@code work-order}, {@code calibration}, {@code custody} or {@code fault-report}
   * @param of id of it
   */
  @GET
  Page<Document> list(
      @QueryParam("kind") @Nullable String kind, @QueryParam("of") @Nullable String of);

  /** Adds one: a form whose part {@code file} it is. A thing has 50 documents at most. */
  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  Document add(
      @QueryParam("kind") @Nullable String kind,
      @QueryParam("of") @Nullable String of,
      @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = MediaType.MULTIPART_FORM_DATA,
                      schema = @Schema(implementation = DocumentParts.class)))
          InputStream body);

  @GET
  @Path("/{id}")
  Document get(@PathParam("id") String id);

  @DELETE
  @Path("/{id}")
  void delete(@PathParam("id") String id);
}

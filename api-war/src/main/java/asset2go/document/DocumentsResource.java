package asset2go.document;

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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** {@code /v1/documents}. */
@ApplicationScoped
@Path("/v1/documents")
@Produces(MediaType.APPLICATION_JSON)
public class DocumentsResource implements DocumentsApi {

  private @Inject Documents documents;
  private @Inject Caller caller;
  private @Context HttpHeaders headers;

  @Override
  public Page<Document> list(@Nullable String kind, @Nullable String of) {
    return documents.list(caller.actor(), kind, of);
  }

  @Override
  @Creates
  @Allow(
      value = {RoleName.ADMIN, RoleName.MANAGER, RoleName.TECHNICIAN},
      somewhere = true)
  public Document add(@Nullable String kind, @Nullable String of, InputStream body) {
    return FilePart.read(
        headers.getHeaderString(HttpHeaders.CONTENT_TYPE),
        body,
        file -> documents.add(caller.actor(), kind, of, file.name(), file.content()));
  }

  @Override
  public Document get(String id) {
    return documents.get(caller.actor(), id);
  }

  @Override
  @Allow(
      value = {RoleName.ADMIN, RoleName.MANAGER, RoleName.TECHNICIAN},
      somewhere = true)
  public void delete(String id) {
    documents.delete(caller.actor(), id);
  }

  /** What is in it. A browser that opens it by itself runs nothing of it. */
  @GET
  @Path("/{id}/content")
  @Produces(MediaType.WILDCARD)
  @Operation(summary = "The file itself")
  public Response content(@PathParam("id") String id) {
    Documents.Opened opened = documents.open(caller.actor(), id);
    StreamingOutput flow =
        out -> {
          try (InputStream content = opened.content()) {
            content.transferTo(out);
          }
        };
    Document document = opened.document();
    String name = URLEncoder.encode(document.name(), StandardCharsets.UTF_8).replace("+", "%20");
    return Response.ok(flow)
        .type(document.mediaType())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            (document.image() ? "inline" : "attachment") + "; filename*=UTF-8''" + name)
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .header("X-Content-Type-Options", "nosniff")
        .build();
  }
}

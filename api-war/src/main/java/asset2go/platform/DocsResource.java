package asset2go.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.jspecify.annotations.Nullable;

/** The OpenAPI document for people: Swagger UI, served by us alone. */
@ApplicationScoped
@Open
@SecurityRequirements
@Path("/docs")
public class DocsResource {

  /**
   * Swagger UI sets styles from its script and draws its icons as data; nothing comes from
   * elsewhere.
   */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
          + " img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";

  private static final Map<String, String> TYPES =
      Map.of("css", "text/css", "js", "text/javascript", "png", "image/png", "html", "text/html");

  private static final Map<String, String> FILES =
      Map.of(
          "swagger-ui.css", "swagger-ui.css",
          "swagger-ui-bundle.js", "swagger-ui-bundle.js",
          "favicon.png", "favicon-32x32.png");

  @GET
  @Operation(hidden = true)
  public Response page() {
    return answer("/asset2go/docs/index.html", "html", "no-cache");
  }

  @GET
  @Path("/{file}")
  @Operation(hidden = true)
  public Response file(@PathParam("file") String file) {
    String type = file.substring(file.lastIndexOf('.') + 1);
    if (file.equals("docs.js")) {
      return answer("/asset2go/docs/docs.js", type, "no-cache");
    }
    String theirs = FILES.get(file);
    if (theirs == null) {
      throw new NotFoundException();
    }
    return answer(webjar() + theirs, type, "public, max-age=86400");
  }

  private static Response answer(String resource, String type, String caching) {
    return Response.ok(read(resource), TYPES.get(type) + ";charset=UTF-8")
        .header("Content-Security-Policy", POLICY)
        .header("Cache-Control", caching)
        .build();
  }

  private static String webjar() {
    return "/META-INF/resources/webjars/swagger-ui/" + Versions.of("swagger-ui") + "/";
  }

  private static byte[] read(String resource) {
    try (@Nullable InputStream in = DocsResource.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new NotFoundException();
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

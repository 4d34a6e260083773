package asset2go.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;

/** The front door: says what is here, and which version of it. */
@ApplicationScoped
@Open
@SecurityRequirements
@Unlimited
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public class IndexResource {

  private final Version version =
      new Version("Asset2Go API", Versions.of("asset2go"), Runtime.version().toString());

  /** What this host is, and where one may go from here. */
  public record Index(String name, String version, Map<String, String> links) {}

  /** What is running. */
  public record Version(String name, String version, String java) {}

  @GET
  @Operation(summary = "What is here")
  public Index index() {
    Map<String, String> links = new LinkedHashMap<>();
    links.put("documentation", "/docs");
    links.put("openapi", "/openapi");
    links.put("version", "/version");
    links.put("health", "/health/ready");
    links.put("signIn", "/v1/auth/login");
    links.put("me", "/v1/me");
    links.put("assets", "/v1/assets");
    links.put("locations", "/v1/locations");
    links.put("bookings", "/v1/bookings");
    links.put("kits", "/v1/kits");
    links.put("imports", "/v1/imports");
    links.put("search", "/v1/search?q=");
    return new Index(version.name(), version.version(), links);
  }

  @GET
  @Path("/version")
  @Operation(summary = "Which version is running")
  public Version version() {
    return version;
  }
}

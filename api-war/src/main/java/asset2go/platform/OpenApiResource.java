package asset2go.platform;

import asset2go.problem.DomainError;
import asset2go.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.jspecify.annotations.Nullable;

/**
 * The OpenAPI document on the API's own port. The server makes it, but answers on the management
 * port only; it never changes while the server runs, so it is fetched once.
 */
@ApplicationScoped
@Open
@SecurityRequirements
@Path("/openapi")
public class OpenApiResource {

  private static final String YAML = "application/yaml";

  private @Inject Settings settings;
  private final Map<String, String> documents = new ConcurrentHashMap<>();

  @GET
  @Produces({YAML, MediaType.APPLICATION_JSON})
  @Operation(summary = "This document; format=json or Accept for JSON")
  public Response document(
      @QueryParam("format") @Nullable String format,
      @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept) {
    boolean json =
        format != null
            ? format.equalsIgnoreCase("json")
            : accept != null && accept.contains(MediaType.APPLICATION_JSON);
    String type = json ? MediaType.APPLICATION_JSON : YAML;
    return Response.ok(documents.computeIfAbsent(type, this::fetch), type + ";charset=UTF-8")
        .build();
  }

  private String fetch(String type) {
    URI address = URI.create("http://127.0.0.1:" + settings.managementPort() + "/openapi");
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("Accept", type)
            .timeout(Duration.ofSeconds(10))
            .build();
    try (HttpClient client =
        HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build()) {
      HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() != 200) {
        throw new DomainError.Unavailable("The document is not ready yet.");
      }
      return response.body();
    } catch (IOException e) {
      throw new DomainError.Unavailable("The document is not ready yet.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DomainError.Unavailable("Shutting down.", e);
    }
  }
}

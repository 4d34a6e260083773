package asset2go.acceptance;

import asset2go.page.Page;
import asset2go.platform.Allow;
import asset2go.platform.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** {@code /v1/acceptances}. */
@ApplicationScoped
@Path("/v1/acceptances")
public class AcceptancesResource implements AcceptancesApi {

  private static final String PDF = "application/pdf";

  private @Inject Acceptances acceptances;
  private @Inject Caller caller;

  @Override
  public Page<Acceptance> list(
      @Nullable String state,
      @Nullable String person,
      @Nullable Integer limit,
      @Nullable String after) {
    return acceptances.list(caller.actor(), state, person, limit, after);
  }

  @Override
  public Acceptance get(String id) {
    return acceptances.get(caller.actor(), id);
  }

  /** The person asked may sign, whatever their role; who else may, the domain says. */
  @Override
  @Allow(everybody = true)
  public Acceptance sign(String id, Signature signature) {
    return acceptances.sign(caller.actor(), id, signature);
  }

  /** What was signed, as a document. */
  @GET
  @Path("/{id}/pdf")
  @Produces(PDF)
  @Operation(summary = "What was signed, as a PDF; 404 until a worker has written it")
  public Response document(@PathParam("id") String id) {
    InputStream document = acceptances.document(caller.actor(), id);
    StreamingOutput flow =
        out -> {
          try (document) {
            document.transferTo(out);
          }
        };
    return Response.ok(flow)
        .type(PDF)
        .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"acceptance-" + id + ".pdf\"")
        .build();
  }
}

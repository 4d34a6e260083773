package asset2go.audit;

import asset2go.identity.Actor;
import asset2go.identity.RoleName;
import asset2go.page.Page;
import asset2go.platform.Allow;
import asset2go.platform.Caller;
import asset2go.platform.CsvAnswer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** {@code /v1/audit}. */
@ApplicationScoped
@Path("/v1/audit")
@Allow({RoleName.ADMIN, RoleName.AUDITOR})
public class AuditResource implements AuditApi {

  private @Inject AuditTrail trail;
  private @Inject AuditCsv csv;
  private @Inject Caller caller;

  @Override
  public Page<AuditEvent> list(AuditQuery query) {
    return trail.find(caller.actor(), query);
  }

  /** All that match, as a file with a line for each field that changed. */
  @GET
  @Produces("text/csv;qs=0.5")
  @Operation(summary = "All that match, as CSV: by Accept or ?format=csv")
  public Response export(@BeanParam AuditQuery query) {
    Actor actor = caller.actor();
    csv.check(query);
    return CsvAnswer.of("audit.csv", out -> csv.write(actor, query, out));
  }
}

package asset2go.audit;

import asset2go.page.Page;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/**
 * {@code /v1/audit}: what happened to anything, for administrators and auditors of the whole
 * installation; the API implements it, the web tier calls it.
 */
@Path("/v1/audit")
@Produces(MediaType.APPLICATION_JSON)
public interface AuditApi {

  /**
   * The newest first. Of a rare kind few may be on a page, or none: as long as there is a {@code
   * next}, it goes on.
   */
  @GET
  Page<AuditEvent> list(@BeanParam AuditQuery query);
}

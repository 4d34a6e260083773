package asset2go.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A fault of ours: logged whole, told only by the request's id. */
@Provider
@ApplicationScoped
public class FaultMapper implements ExceptionMapper<Throwable> {

  private static final Logger LOG = Logger.getLogger(FaultMapper.class.getName());

  private @Inject Problems problems;
  private @Inject Caller caller;

  @Override
  public Response toResponse(Throwable fault) {
    LOG.log(Level.SEVERE, "Request " + caller.requestId() + " failed", fault);
    return problems.of(
        Response.Status.INTERNAL_SERVER_ERROR,
        "Something went wrong here. Whoever runs this finds it in the logs by the request id.");
  }
}

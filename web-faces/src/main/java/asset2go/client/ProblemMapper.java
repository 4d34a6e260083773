package asset2go.client;

import asset2go.problem.Problem;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbException;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;

/** Turns every error answer into an {@link ApiProblem}, also one that no problem+json came with. */
final class ProblemMapper implements ResponseExceptionMapper<ApiProblem> {
  private static final Jsonb JSON = JsonbBuilder.create();

  @Override
  public boolean handles(int status, MultivaluedMap<String, Object> headers) {
    return status >= 400;
  }

  @Override
  public ApiProblem toThrowable(Response response) {
    return new ApiProblem(read(response));
  }

  private static Problem read(Response response) {
    var type = response.getMediaType();
    if (type != null && type.getSubtype().endsWith("json")) {
      try (var body = response.readEntity(InputStream.class)) {
        return JSON.fromJson(body, Problem.class);
      } catch (JsonbException | java.io.IOException unreadable) {
        return bare(response);
      }
    }
    return bare(response);
  }

  private static Problem bare(Response response) {
    var status = response.getStatusInfo();
    return new Problem(
        "about:blank",
        status.getReasonPhrase(),
        status.getStatusCode(),
        null,
        null,
        Caller.current().requestId(),
        null);
  }
}

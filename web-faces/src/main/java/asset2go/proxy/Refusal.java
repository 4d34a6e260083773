package asset2go.proxy;

import asset2go.problem.DomainError;
import asset2go.problem.Problem;
import jakarta.json.Json;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * An answer of the proxy's own, as the API would give it: {@code application/problem+json}.
 *
 * @param type stable URI reference of the kind of problem
 * @param title the kind in a few words
 * @param detail what happened, without what is only the operator's business
 */
record Refusal(int status, String type, String title, String detail) {
  private static final String SOON_SECONDS = "5";

  /** The path leads nowhere that could be asked for. */
  static final Refusal MALFORMED =
      of(DomainError.Kind.MALFORMED, "The address is malformed, or leads out of the API.");

  /** The cookie alone does not say that the person wants this. */
  static final Refusal FOREIGN =
      of(
          DomainError.Kind.FORBIDDEN,
          "With the sign-in cookie, what changes something must come from a page of this origin"
              + " (Origin, Sec-Fetch-Site). Programs send Authorization and no cookie.");

  /** {@code TRACE} would show the token to scripts. */
  static final Refusal METHOD =
      new Refusal(405, "/problems/method-not-allowed", "Method Not Allowed", "Not this method.");

  /** Not all of the body could be read; of one without a length that is how the limit shows. */
  static final Refusal BROKEN_OFF =
      new Refusal(
          413,
          "/problems/request-entity-too-large",
          "Request Entity Too Large",
          "The body is larger than what is taken, or broke off.");

  /** Nobody was there: nothing was done. */
  static final Refusal UNREACHABLE = of(DomainError.Kind.UNAVAILABLE, "The API does not answer.");

  /** It was there, and broke off: whether it was done is not known. */
  static final Refusal BROKEN =
      new Refusal(502, "/problems/bad-gateway", "Bad Gateway", "The API broke off.");

  /** It is there and says nothing. */
  static final Refusal SLOW =
      new Refusal(504, "/problems/gateway-timeout", "Gateway Timeout", "The API took too long.");

  private static Refusal of(DomainError.Kind kind, String detail) {
    return new Refusal(kind.status(), kind.type(), kind.title(), detail);
  }

  /** Sends it, unless an answer is on its way already. */
  void send(HttpServletRequest request, HttpServletResponse response, String requestId)
      throws IOException {
    if (response.isCommitted()) {
      return;
    }
    response.resetBuffer();
    response.setStatus(status);
    response.setContentType(Problem.MEDIA_TYPE);
    if (status >= 502) {
      response.setHeader("Retry-After", SOON_SECONDS);
    }
    var problem =
        Json.createObjectBuilder()
            .add("type", type)
            .add("title", title)
            .add("status", status)
            .add("detail", detail)
            .add("instance", request.getRequestURI())
            .add("requestId", requestId)
            .build();
    response.getOutputStream().write(problem.toString().getBytes(StandardCharsets.UTF_8));
    // Now, not at the end of the request: there the server reads what is left of its body, stumbles
    // over one that is too large, and would leave the caller with an empty 200.
    response.flushBuffer();
  }
}

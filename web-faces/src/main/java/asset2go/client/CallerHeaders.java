package asset2go.client;

import asset2go.settings.Secret;
import asset2go.trace.RequestId;
import asset2go.trace.ServiceCall;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;

/** Says on every call for whom it is made. */
final class CallerHeaders implements ClientRequestFilter {
  private final ServiceCall service;

  CallerHeaders(Secret secret) {
    this.service = new ServiceCall(secret.reveal());
  }

  @Override
  public void filter(ClientRequestContext request) {
    var caller = Caller.current();
    var headers = request.getHeaders();
    if (caller.token() != null) {
      headers.putSingle(HttpHeaders.AUTHORIZATION, "Bearer " + caller.token());
    }
    headers.putSingle(RequestId.HEADER, caller.requestId());
    headers.putSingle(ServiceCall.HEADER, service.header(caller.address()));
    headers.putSingle(HttpHeaders.ACCEPT_LANGUAGE, caller.locale().toLanguageTag());
  }
}

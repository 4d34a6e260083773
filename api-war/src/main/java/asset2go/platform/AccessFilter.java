package asset2go.platform;

import asset2go.identity.RoleName;
import asset2go.identity.Session;
import asset2go.identity.Sessions;
import asset2go.problem.DomainError;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides who may pass. The token, verified by the server, says who and which session; whether the
 * session still holds and what its user may do, the graph says.
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
@ApplicationScoped
public class AccessFilter implements ContainerRequestFilter {

  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  @Context private ResourceInfo resource;
  @Context private HttpServletRequest servletRequest;
  @Context private HttpServletResponse servletResponse;
  private @Inject Caller caller;
  private @Inject BearerTokens tokens;
  private @Inject Sessions sessions;
  private @Inject RateLimits limits;

  @Override
  public void filter(ContainerRequestContext request) {
    Optional<Session> session = tokens.of(servletRequest, servletResponse).flatMap(sessions::of);
    session.ifPresent(caller::signedIn);
    if (!has(Unlimited.class)) {
      limits.count(request);
    }
    boolean claims = request.getHeaderString(HttpHeaders.AUTHORIZATION) != null;
    if (session.isEmpty() && (claims || !has(Open.class))) {
      throw new DomainError.Unauthenticated(
          claims ? "The token is not valid, or no longer." : "Sign in first.");
    }
    session.ifPresent(signedIn -> check(signedIn, request.getMethod()));
  }

  private void check(Session session, String method) {
    Allow allow = find(Allow.class);
    boolean allowed;
    if (allow != null) {
      if (allow.inPerson() && session.program()) {
        throw new DomainError.Forbidden("A token for programs does not allow this. Sign in.");
      }
      Set<RoleName> held = allow.somewhere() ? session.scope().somewhere() : session.roles();
      allowed = allow.everybody() || Arrays.stream(allow.value()).anyMatch(held::contains);
    } else {
      allowed =
          SAFE.contains(method)
              || has(Open.class)
              || session.roles().stream().anyMatch(role -> role != RoleName.AUDITOR);
    }
    if (!allowed) {
      throw new DomainError.Forbidden("Your role does not allow this.");
    }
  }

  private boolean has(Class<? extends Annotation> type) {
    return find(type) != null;
  }

  /** The method's word counts before the class's. */
  private <A extends Annotation> @Nullable A find(Class<A> type) {
    A closer = resource.getResourceMethod().getAnnotation(type);
    return closer != null ? closer : resource.getResourceClass().getAnnotation(type);
  }
}

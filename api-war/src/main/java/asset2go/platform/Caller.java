package asset2go.platform;

import asset2go.identity.Actor;
import asset2go.identity.Session;
import asset2go.problem.DomainError;
import asset2go.trace.RequestId;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whose request this is. Resources take the {@link Actor} from here and hand it to the domain:
 *
 * <pre>{@code
 * private @Inject Caller caller;
 * …
 * assets.create(draft, caller.actor());
 * }</pre>
 */
@RequestScoped
public class Caller {

  private String path = "/";
  private String requestId = RequestId.next();
  private String address = "";
  private boolean service;
  private @Nullable Session session;

  void arrived(String path, String requestId, String address, boolean service) {
    this.path = path;
    this.requestId = requestId;
    this.address = address;
    this.service = service;
  }

  void signedIn(Session session) {
    this.session = session;
  }

  /** Who is signed in, for the events of what they do. */
  public Actor actor() {
    return session().actor(requestId);
  }

  /**
   * The session.
   *
   * @throws DomainError.Unauthenticated where nobody is signed in
   */
  public Session session() {
    return signedIn().orElseThrow(() -> new DomainError.Unauthenticated("Sign in first."));
  }

  /** The session, where somebody is signed in. */
  public Optional<Session> signedIn() {
    return Optional.ofNullable(session);
  }

  /** Ties together the log lines and events of this request. */
  public String requestId() {
    return requestId;
  }

  /** Address of the client; behind trusted proxies and the web tier that of the browser. */
  public String address() {
    return address;
  }

  /** What was asked for, without the query. */
  String path() {
    return path;
  }

  /** Whether the web tier calls, which has counted its page view already. */
  boolean isService() {
    return service;
  }
}

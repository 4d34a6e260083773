package asset2go.problem;

import asset2go.problem.Problem.FieldError;
import java.time.Duration;
import java.util.List;

/**
 * A refusal by the rules of the domain, never a fault of ours. Each kind has one HTTP status and
 * one stable problem type; the API's single mapper turns it into {@link Problem}.
 */
public abstract sealed class DomainError extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Kind kind;
  private final transient List<FieldError> errors;

  private DomainError(Kind kind, String detail, List<FieldError> errors) {
    super(detail);
    this.kind = kind;
    this.errors = List.copyOf(errors);
  }

  /** The kind of problem: its type, title and HTTP status. */
  public Kind kind() {
    return kind;
  }

  /** The offending fields; empty where no single field is to blame. */
  public List<FieldError> errors() {
    return errors;
  }

  /** Every kind of refusal with its HTTP status. */
  public enum Kind {
    INVALID(422, "Invalid input"),
    MALFORMED(400, "Malformed request"),
    UNAUTHENTICATED(401, "Not signed in"),
    FORBIDDEN(403, "Not allowed"),
    NOT_FOUND(404, "Not found"),
    CONFLICT(409, "Conflict"),
    STALE(412, "Changed meanwhile"),
    TRANSITION_REFUSED(409, "Transition refused"),
    TOO_MANY_REQUESTS(429, "Too many requests"),
    UNAVAILABLE(503, "Temporarily unavailable");

    private final int status;
    private final String title;

    Kind(int status, String title) {
      this.status = status;
      this.title = title;
    }

    /** HTTP status code. */
    public int status() {
      return status;
    }

    /** The kind in a few words. */
    public String title() {
      return title;
    }

    /** Stable URI reference of this kind, such as {@code /problems/not-found}. */
    public String type() {
      return "/problems/" + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  /** Input that was understood but breaks a rule: 422 with the fields. */
  public static final class Invalid extends DomainError {
    private static final long serialVersionUID = 1L;

    public Invalid(String detail, List<FieldError> errors) {
      super(Kind.INVALID, detail, errors);
    }

    public Invalid(String field, String message) {
      this(field, Fault.INVALID, message);
    }

    public Invalid(String field, Fault fault, String message) {
      this(field + ": " + message, List.of(FieldError.of(field, fault, message)));
    }
  }

  /** Input that could not be understood: 400. */
  public static final class Malformed extends DomainError {
    private static final long serialVersionUID = 1L;

    public Malformed(String detail) {
      super(Kind.MALFORMED, detail, List.of());
    }

    public Malformed(String field, String message) {
      this(field, Fault.FORMAT, message);
    }

    public Malformed(String field, Fault fault, String message) {
      super(Kind.MALFORMED, field + ": " + message, List.of(FieldError.of(field, fault, message)));
    }
  }

  /** Nobody is signed in, or the token is no longer good: 401. */
  public static final class Unauthenticated extends DomainError {
    private static final long serialVersionUID = 1L;

    public Unauthenticated(String detail) {
      super(Kind.UNAUTHENTICATED, detail, List.of());
    }
  }

  /** Somebody is signed in who may not do this: 403. */
  public static final class Forbidden extends DomainError {
    private static final long serialVersionUID = 1L;

    public Forbidden(String detail) {
      super(Kind.FORBIDDEN, detail, List.of());
    }
  }

  /** There is no such thing, or none that the caller may see: 404. */
  public static final class NotFound extends DomainError {
    private static final long serialVersionUID = 1L;

    public NotFound(String what, String id) {
      super(Kind.NOT_FOUND, "There is no " + what + " " + id + ".", List.of());
    }
  }

  /** The state of things forbids it: a taken tag, a cycle, something still in use: 409. */
  public static final class Conflict extends DomainError {
    private static final long serialVersionUID = 1L;

    public Conflict(String detail) {
      this(detail, List.of());
    }

    public Conflict(String detail, List<FieldError> errors) {
      super(Kind.CONFLICT, detail, errors);
    }

    public Conflict(String field, String message) {
      this(field, Fault.INVALID, message);
    }

    public Conflict(String field, Fault fault, String message) {
      super(Kind.CONFLICT, field + ": " + message, List.of(FieldError.of(field, fault, message)));
    }
  }

  /** Somebody else changed it since the caller read it: 412 (RFC 9110, section 13.1.1). */
  public static final class Stale extends DomainError {
    private static final long serialVersionUID = 1L;

    public Stale(String what) {
      super(
          Kind.STALE,
          "The " + what + " was changed by somebody else meanwhile. Read it again and repeat.",
          List.of());
    }
  }

  /** The life cycle has no such step now, or its guard refuses: 409. */
  public static final class TransitionRefused extends DomainError {
    private static final long serialVersionUID = 1L;

    public TransitionRefused(String detail) {
      super(Kind.TRANSITION_REFUSED, detail, List.of());
    }

    /** A refusal that names itself when it is one of many. */
    public TransitionRefused(Fault fault, String detail, String... words) {
      super(Kind.TRANSITION_REFUSED, detail, List.of(FieldError.of("to", fault, detail, words)));
    }
  }

  /** Too much at once: 429 with Retry-After. */
  public static final class TooManyRequests extends DomainError {
    private static final long serialVersionUID = 1L;
    private final Duration retryAfter;

    public TooManyRequests(String detail, Duration retryAfter) {
      super(Kind.TOO_MANY_REQUESTS, detail, List.of());
      this.retryAfter = retryAfter;
    }

    /** How long to wait before the next try. */
    public Duration retryAfter() {
      return retryAfter;
    }
  }

  /** A store that is needed does not answer: 503 with Retry-After. */
  public static final class Unavailable extends DomainError {
    private static final long serialVersionUID = 1L;

    public Unavailable(String detail) {
      super(Kind.UNAVAILABLE, detail, List.of());
    }

    public Unavailable(String detail, Throwable cause) {
      this(detail);
      initCause(cause);
    }
  }
}

package asset2go.graph;

/** A uniqueness constraint refused the write; the caller knows which and says so to the user. */
public final class ConstraintViolated extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ConstraintViolated(String message, Throwable cause) {
    super(message, cause);
  }
}

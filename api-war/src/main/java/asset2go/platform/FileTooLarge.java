package asset2go.platform;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Response.Status;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The server's own limit (max.upload.bytes), met in the middle of a body of unknown length. */
public final class FileTooLarge extends ClientErrorException {

  private static final long serialVersionUID = 1L;

  private FileTooLarge(Throwable cause) {
    super("The body is larger than what is taken.", Status.REQUEST_ENTITY_TOO_LARGE, cause);
  }

  /** By its name: the server's class is not ours to see. */
  public static Optional<FileTooLarge> in(@Nullable Throwable failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at.getClass().getSimpleName().equals("MessageTooLargeException")) {
        return Optional.of(new FileTooLarge(at));
      }
    }
    return Optional.empty();
  }
}

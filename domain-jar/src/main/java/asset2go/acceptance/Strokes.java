package asset2go.acceptance;

import asset2go.problem.DomainError;
import asset2go.problem.Fault;
import java.util.regex.Pattern;

/**
 * What a signature may be made of: nothing that a page or a document could take for anything else.
 */
final class Strokes {

  private static final Pattern PATH = Pattern.compile("M[ML0-9., -]+");
  private static final int WIDEST = 10_000;

  private Strokes() {}

  /**
   * @throws DomainError.Invalid for anything else than strokes in a field of a sensible size
   */
  static void check(Signature signature) {
    if (!PATH.matcher(signature.path()).matches()) {
      throw new DomainError.Invalid("path", Fault.FORMAT, "must be strokes of M and L");
    }
    within("width", signature.width(), 50);
    within("height", signature.height(), 20);
  }

  private static void within(String field, int value, int least) {
    if (value < least || value > WIDEST) {
      throw new DomainError.Invalid(
          field, Fault.OUT_OF_RANGE, "must be from %d to %d".formatted(least, WIDEST));
    }
  }
}

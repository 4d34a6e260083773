package asset2go.catalogue;

/**
 * A text that can be looked at only so often: a pattern that a person made up may backtrack for
 * ever, and nobody has that long.
 */
final class PatientText implements CharSequence {

  private static final int LOOKS = 1_000_000;

  /** The pattern has looked too often. */
  static final class Exhausted extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private final String text;
  private int looks;

  PatientText(String text) {
    this.text = text;
  }

  @Override
  public char charAt(int index) {
    if (++looks > LOOKS) {
      throw new Exhausted();
    }
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.subSequence(start, end);
  }

  @Override
  public String toString() {
    return text;
  }
}

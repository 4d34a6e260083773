package asset2go.csv;

/** From here on a file cannot be read as rows. The message is for the person who sent it. */
public final class BrokenCsv extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BrokenCsv(String message) {
    super(message);
  }
}

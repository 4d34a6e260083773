package asset2go.importing;

/** A cell cannot be taken for what its column holds; the message says why and what would do. */
final class BadCell extends Exception {

  private static final long serialVersionUID = 1L;

  BadCell(String message) {
    super(message);
  }
}

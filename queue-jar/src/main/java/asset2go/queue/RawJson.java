package asset2go.queue;

/** Text that is JSON already, for a processor that maps its own return value or progress. */
public record RawJson(String text) {
  /**
   * @throws IllegalArgumentException where the text is not JSON: it would stop Node's event readers
   *     for good
   */
  public RawJson {
    if (!Json.isValid(text)) {
      throw new IllegalArgumentException("This is not JSON");
    }
  }
}

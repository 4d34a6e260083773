package asset2go.page;

/**
 * Something with an identity whose changes are counted. The API sends the count as its ETag and
 * wants it back in {@code If-Match}.
 */
public interface Versioned extends Identified {

  /** Grows by one with each change. */
  long version();
}

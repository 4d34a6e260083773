package asset2go.graph;

import com.github.f4b6a3.uuid.UuidCreator;

/** Identities of everything in the graph. */
public final class Ids {

  private Ids() {}

  /** A new UUIDv7 (RFC 9562), so that ids made later sort later. */
  public static String next() {
    return UuidCreator.getTimeOrderedEpochPlus1().toString();
  }
}

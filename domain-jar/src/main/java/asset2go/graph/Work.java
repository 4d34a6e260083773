package asset2go.graph;

/**
 * What is to happen in one transaction. It may run more than once, since the driver repeats what
 * failed for a passing reason: make ids and times outside of it.
 */
@FunctionalInterface
public interface Work<T> {

  /** Runs inside the transaction. An exception rolls it back. */
  T in(Transaction tx);
}

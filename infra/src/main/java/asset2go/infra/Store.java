package asset2go.infra;

/** One running store. */
interface Store extends AutoCloseable {

  /** Stops it, its data safe on disk. */
  @Override
  void close();
}

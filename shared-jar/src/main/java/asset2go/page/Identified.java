package asset2go.page;

/** Something with an address of its own: the collection's address, a slash and this id. */
public interface Identified {

  /** UUIDv7, never changes. */
  String id();
}

package asset2go.graph;

import java.util.Set;

/**
 * Is told what a transaction changes, by the names given to {@link Transaction#touch}. It must not
 * throw: nothing that is kept beside the graph may keep a change from being made.
 */
public interface Witness {

  /** All is written, and about to be committed. Whether it will be, nobody knows yet. */
  void committing(Set<String> touched);

  /** It was committed. */
  void committed(Set<String> touched);
}

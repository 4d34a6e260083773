package asset2go.queue;

import java.util.List;

/**
 * A flow as it was read back.
 *
 * @param job the parent of the others; its queue is its own
 * @param children those that were asked for and are still there, in no order
 */
public record FlowTree(Job job, List<FlowTree> children) {
  public FlowTree {
    children = List.copyOf(children);
  }

  /** How many jobs there are in it. */
  public int size() {
    return 1 + children.stream().mapToInt(FlowTree::size).sum();
  }
}

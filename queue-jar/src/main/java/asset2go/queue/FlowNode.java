package asset2go.queue;

import java.util.List;

/**
 * A job that runs when its children have, each of them in any queue and with children of its own.
 *
 * @param queue the queue that does it
 */
public record FlowNode(String queue, NewJob job, List<FlowNode> children) {
  public FlowNode {
    children = List.copyOf(children);
  }

  public static FlowNode of(String queue, NewJob job, FlowNode... children) {
    return new FlowNode(queue, job, List.of(children));
  }
}

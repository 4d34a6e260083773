package asset2go.asset;

import asset2go.dependency.Impact;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;

/** What an outage would take with it, each thing below the one that takes it with it. */
public final class ImpactTree {
  private ImpactTree() {}

  /**
   * One thing that would be hit; flat, since pages render no recursion.
   *
   * @param level how far in it is shown; 1 hangs directly on what fails
   */
  public record Node(Impact.Item item, int level) {}

  static List<Node> of(Impact impact) {
    var below = new HashMap<String, List<Impact.Item>>();
    for (var item : impact.items()) {
      var via = item.via();
      var above = via == null ? impact.asset().id() : via.id();
      below.computeIfAbsent(above, id -> new ArrayList<>()).add(item);
    }
    var nodes = new ArrayList<Node>();
    var seen = new HashSet<String>();
    var open = new ArrayDeque<Impact.Item>(below.getOrDefault(impact.asset().id(), List.of()));
    while (!open.isEmpty()) {
      var item = open.pop();
      if (seen.add(item.asset().id())) {
        nodes.add(new Node(item, item.distance()));
        below.getOrDefault(item.asset().id(), List.of()).reversed().forEach(open::push);
      }
    }
    return nodes;
  }
}

package asset2go.dependency;

import asset2go.asset.AssetRef;
import asset2go.page.Cut;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Single points of failure: what would stop other things all by itself, by how many.
 *
 * @param items by how many they would stop, then by how many they would weaken
 * @param total how many assets would stop or weaken something, as far as was looked
 * @param dependencies how many dependencies were looked at
 * @param cut why this is not the whole answer; null where it is
 */
public record SinglePoints(List<Item> items, long total, long dependencies, @Nullable Cut cut) {

  /**
   * One of them. Something stops when what it needs with {@link Dependency.Criticality#HIGH} stops,
   * or when all of two or more stop that it needs with {@link Dependency.Criticality#MEDIUM} for
   * the same kind of thing: both feeds of a server.
   *
   * @param stops how many would stop with it, directly or through others
   * @param weakens how many more would be worse off
   */
  public record Item(AssetRef asset, long stops, long weakens) {}
}

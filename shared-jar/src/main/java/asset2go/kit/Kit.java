package asset2go.kit;

import asset2go.page.Ref;
import asset2go.page.Versioned;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is needed together, as a list of slots. It names kinds of things, not things: which models
 * and which assets fill it is decided for each window.
 *
 * @param slots in their order
 */
public record Kit(
    String id, String name, @Nullable String description, List<Slot> slots, long version)
    implements Versioned {

  /**
   * A place in a kit.
   *
   * @param quantity how many of it each kit needs
   * @param accepts what fits, the preferred first: what follows are substitutes
   */
  public record Slot(String name, int quantity, List<Accepted> accepts) {}

  /** Any of a model, any of a category and of those below it, or a kit within the kit. */
  public record Accepted(Kind kind, Ref what) {}

  /** What a slot accepts. */
  public enum Kind {
    MODEL,
    CATEGORY,
    KIT
  }
}

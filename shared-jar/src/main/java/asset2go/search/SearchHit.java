package asset2go.search;

import org.jspecify.annotations.Nullable;

/**
 * Something that was found.
 *
 * @param title tag or code and name
 * @param detail serial, model, place: what tells it from the next
 */
public record SearchHit(Kind kind, String id, String title, @Nullable String detail) {

  /** What can be found. */
  public enum Kind {
    ASSET,
    LOCATION,
    PERSON,
    TEAM,
    STOCK_TAKE,
    KIT,
    WORK_ORDER
  }
}

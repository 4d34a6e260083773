package asset2go.view;

import asset2go.page.Ref;
import asset2go.page.Versioned;

/**
 * A list of assets as somebody keeps it: what it is narrowed and ordered by, never what is in it.
 * Whoever opens a shared one sees of it what they may.
 *
 * @param query as in the address of the list: {@code status=AVAILABLE&sort=-updatedAt}
 * @param shared whether everybody is shown it
 * @param owner who made it
 */
public record SavedView(
    String id, String name, String query, boolean shared, Ref owner, long version)
    implements Versioned {}

package asset2go.people;

import asset2go.page.Ref;
import asset2go.page.Versioned;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may hold equipment; not everybody can sign in.
 *
 * @param leftAt since when they are no longer with us; nothing is handed to them any more
 * @param teams of which they are a member; filled in on a single person, not in lists
 * @param version counts the changes; its ETag
 */
public record Person(
    String id,
    String name,
    @Nullable String email,
    boolean signsIn,
    @Nullable Instant leftAt,
    @Nullable List<Ref> teams,
    long version)
    implements Versioned {}

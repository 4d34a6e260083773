package asset2go.asset;

import asset2go.page.Ref;
import asset2go.page.Versioned;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An asset in the trash: gone from lists and searches, but not from what it is a part of the
 * history of.
 *
 * @param tag that it had; another may have it by now
 * @param location where it stood
 * @param trashedBy who put it there; null for what has lain there since before that was written
 */
public record TrashedAsset(
    String id,
    String tag,
    String name,
    @Nullable String serial,
    Ref company,
    @Nullable Ref model,
    @Nullable Ref location,
    Instant trashedAt,
    @Nullable Ref trashedBy,
    long version)
    implements Versioned {}

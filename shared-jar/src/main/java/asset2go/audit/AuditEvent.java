package asset2go.audit;

import asset2go.asset.AssetEvent;
import asset2go.page.Ref;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened.
 *
 * @param seq its number among those of its subject, from 1 without gaps
 * @param kind such as CREATED, CHANGED, MOVED
 * @param actor who did it; the importer's user for an import
 * @param requestId ties it to the logs
 * @param changes field by field, before and after
 */
public record AuditEvent(
    String id,
    Instant at,
    String kind,
    Ref actor,
    Subject subject,
    long seq,
    @Nullable String requestId,
    List<AssetEvent.Change> changes) {

  /**
   * What it happened to.
   *
   * @param kind such as {@code Asset}, {@code Location} or {@code Team}
   * @param name an asset's tag, or what it is called now; empty where it has no name
   * @param removed whether it is in the trash or gone
   */
  public record Subject(String kind, String id, String name, boolean removed) {}
}

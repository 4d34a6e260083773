package asset2go.document;

import asset2go.page.Identified;
import asset2go.page.Ref;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file that belongs to something.
 *
 * @param of id of what it belongs to
 * @param mediaType by what is in it, not by what its sender says: a JPEG, PNG or WebP image, or PDF
 * @param size bytes
 * @param by who brought it; null for somebody unknown
 */
public record Document(
    String id,
    DocumentKind kind,
    String of,
    String name,
    String mediaType,
    long size,
    Instant at,
    @Nullable Ref by)
    implements Identified {

  /** Whether a browser shows it among the words of a page. */
  public boolean image() {
    return mediaType.startsWith("image/");
  }
}

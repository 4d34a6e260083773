package asset2go.event;

import static asset2go.graph.Parameters.map;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an event says, without its place in the chain. Its hash is SHA-256 over the fields in this
 * order, each written as its length in UTF-8 bytes, a colon and the bytes, so that no two events
 * read the same.
 *
 * @param changes JSON
 */
public record EventBody(
    String subjectId,
    long seq,
    String kind,
    Instant at,
    String actorId,
    String actorName,
    @Nullable String requestId,
    String changes) {

  /** Times are kept to the microsecond, so that what is hashed is what is stored. */
  public EventBody {
    at = at.truncatedTo(ChronoUnit.MICROS);
  }

  /** The hash of this event when it follows the one with {@code previousHash}. */
  public String hash(@Nullable String previousHash) {
    MessageDigest digest = sha256();
    for (String field :
        new String[] {
          previousHash == null ? "" : previousHash,
          subjectId,
          Long.toString(seq),
          kind,
          at.toString(),
          actorId,
          actorName,
          requestId == null ? "" : requestId,
          changes
        }) {
      byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
      digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
      digest.update(bytes);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** The properties of the event's node. */
  public Map<String, @Nullable Object> properties(
      String id, String hash, @Nullable String previousHash) {
    return map(
        "id", id,
        "subjectId", subjectId,
        "seq", seq,
        "kind", kind,
        "at", at,
        "actorId", actorId,
        "actorName", actorName,
        "requestId", requestId,
        "changes", changes,
        "hash", hash,
        "previousHash", previousHash);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}

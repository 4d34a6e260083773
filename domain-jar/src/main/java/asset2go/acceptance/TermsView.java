package asset2go.acceptance;

import static asset2go.graph.Values.instant;
import static asset2go.graph.Values.instantOrNull;
import static asset2go.graph.Values.text;

import asset2go.graph.Transaction;
import asset2go.problem.DomainError;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** Reads terms as the API shows them. */
final class TermsView {

  /** What to return for terms that are bound to {@code t}. */
  static final String COLUMNS =
      "t{.*} AS terms, [(t)-[:FOR]->(subject) | subject{.id, .name}][0] AS subject";

  private TermsView() {}

  static Terms one(Transaction tx, String id) {
    return tx.one("MATCH (t:Terms {id: $id}) RETURN " + COLUMNS, Map.of("id", id))
        .map(TermsView::of)
        .orElseThrow(() -> new DomainError.NotFound("terms", id));
  }

  static Terms of(Record row) {
    Value t = row.get("terms");
    Value subject = row.get("subject");
    return new Terms(
        t.get("id").asString(),
        t.get("title").asString(),
        t.get("text").asString(),
        t.get("hash").asString(),
        t.get("edition").asInt(),
        new TermsSubject(
            TermsSubject.Kind.valueOf(t.get("subjectKind").asString()),
            // What they went with may be deleted, what was signed is not.
            subject.isNull() ? "" : subject.get("id").asString(),
            subject.isNull() ? null : text(subject.get("name"))),
        instant(t.get("since")),
        instantOrNull(t.get("until")));
  }

  /** Length and text of both, so that no two terms hash the same. */
  static String hash(String title, String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String part : new String[] {title, text}) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}

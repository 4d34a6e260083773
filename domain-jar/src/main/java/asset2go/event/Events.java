package asset2go.event;

import static asset2go.graph.Parameters.map;
import static asset2go.graph.Values.text;

import asset2go.asset.AssetEvent;
import asset2go.asset.AssetEvent.Change;
import asset2go.cache.Touches;
import asset2go.graph.Ids;
import asset2go.graph.Transaction;
import asset2go.identity.Actor;
import asset2go.page.Page;
import asset2go.page.Ref;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/**
 * The audit trail of a subject (an asset, a location…): numbered without gaps, linked one to the
 * next, each with the hash of the one before. Appended in the transaction of the change.
 */
@ApplicationScoped
public class Events {

  private static final int VERIFY_BATCH = 1000;

  /**
   * Appends an event to a subject whose node the transaction has locked.
   *
   * @param subjectId id of a node with the properties {@code eventSeq} and {@code eventHash}
   */
  public void append(
      Transaction tx,
      String label,
      String subjectId,
      String kind,
      Actor actor,
      Instant at,
      List<Change> changes) {
    Touches.changed(tx, label, subjectId);
    Record last =
        tx.one(
                "MATCH (s:%s {id: $id}) RETURN s.eventSeq AS seq, s.eventHash AS hash"
                    .formatted(label),
                Map.of("id", subjectId))
            .orElseThrow();
    long seq = last.get("seq").asLong(0) + 1;
    EventBody body =
        new EventBody(
            subjectId,
            seq,
            kind,
            at,
            actor.id(),
            actor.name(),
            actor.requestId(),
            Changes.toJson(changes));
    String previousHash = text(last.get("hash"));
    String hash = body.hash(previousHash);
    tx.run(
        """
        MATCH (s:%s {id: $subjectId})
        SET s.eventSeq = $seq, s.eventHash = $hash
        CREATE (e:Event {id: $id, subjectId: $subjectId, seq: $seq, kind: $kind, at: $at,
                         actorId: $actorId, actorName: $actorName, requestId: $requestId,
                         changes: $changes, hash: $hash, previousHash: $previousHash})
        CREATE (e)-[:OF]->(s)
        WITH e
        MATCH (p:Event {subjectId: $subjectId, seq: $seq - 1})
        CREATE (e)-[:PREVIOUS]->(p)
        """
            .formatted(label),
        body.properties(Ids.next(), hash, previousHash));
  }

  /**
   * What happened to one of many subjects.
   *
   * @param subjectId as above; each subject once
   */
  public record Entry(String subjectId, String kind, List<Change> changes) {}

  /** Appends an event to each of several subjects that the transaction has locked. */
  public void appendAll(
      Transaction tx, String label, Actor actor, Instant at, List<Entry> entries) {
    if (entries.isEmpty()) {
      return;
    }
    Touches.changed(tx, label, entries.stream().map(Entry::subjectId).toList());
    Map<String, Record> last = last(tx, label, entries);
    List<Map<String, @Nullable Object>> rows =
        entries.stream()
            .map(
                entry -> row(entry, Objects.requireNonNull(last.get(entry.subjectId())), actor, at))
            .toList();
    tx.run(
        """
        UNWIND $rows AS row
        MATCH (s:%s {id: row.subjectId})
        SET s.eventSeq = row.seq, s.eventHash = row.hash
        CREATE (e:Event)
        SET e = row
        CREATE (e)-[:OF]->(s)
        WITH e, row
        MATCH (p:Event {subjectId: row.subjectId, seq: row.seq - 1})
        CREATE (e)-[:PREVIOUS]->(p)
        """
            .formatted(label),
        map("rows", rows));
  }

  private static Map<String, Record> last(Transaction tx, String label, List<Entry> entries) {
    return tx
        .rows(
            """
            UNWIND $ids AS id
            MATCH (s:%s {id: id})
            RETURN id, s.eventSeq AS seq, s.eventHash AS hash
            """
                .formatted(label),
            map("ids", entries.stream().map(Entry::subjectId).toList()))
        .stream()
        .collect(Collectors.toMap(row -> row.get("id").asString(), row -> row));
  }

  private static Map<String, @Nullable Object> row(
      Entry entry, Record last, Actor actor, Instant at) {
    EventBody body =
        new EventBody(
            entry.subjectId(),
            last.get("seq").asLong(0) + 1,
            entry.kind(),
            at,
            actor.id(),
            actor.name(),
            actor.requestId(),
            Changes.toJson(entry.changes()));
    String previousHash = text(last.get("hash"));
    return body.properties(Ids.next(), body.hash(previousHash), previousHash);
  }

  /** A page of a subject's events, newest first; the cursor is the last number shown. */
  public Page<AssetEvent> page(Transaction tx, String subjectId, int limit, @Nullable Long before) {
    List<AssetEvent> events =
        tx.list(
            """
            MATCH (e:Event {subjectId: $id})
            WHERE e.seq < $before
            RETURN e
            ORDER BY e.seq DESC
            LIMIT $limit
            """,
            map(
                "id",
                subjectId,
                "before",
                before == null ? Long.MAX_VALUE : before,
                "limit",
                limit + 1),
            row -> event(row.get("e")));
    boolean more = events.size() > limit;
    List<AssetEvent> shown = more ? events.subList(0, limit) : events;
    String next = more ? String.valueOf(shown.get(limit - 1).seq()) : null;
    return new Page<>(List.copyOf(shown), next, null);
  }

  /**
   * Reads the whole chain and checks each number, link and hash, and that it ends where the subject
   * says it does.
   */
  public AssetEvent.Verification verify(Transaction tx, String label, String subjectId) {
    Record end =
        tx.one(
                "MATCH (s:%s {id: $id}) RETURN s.eventSeq AS seq, s.eventHash AS hash"
                    .formatted(label),
                Map.of("id", subjectId))
            .orElseThrow();
    long expected = end.get("seq").asLong(0);
    String previous = null;
    long checked = 0;
    while (checked < expected) {
      List<Link> batch = batch(tx, subjectId, checked);
      if (batch.isEmpty()) {
        return new AssetEvent.Verification(false, checked, checked + 1);
      }
      for (Link link : batch) {
        if (!link.follows(checked, previous)) {
          return new AssetEvent.Verification(false, checked, checked + 1);
        }
        previous = link.hash();
        checked++;
      }
    }
    boolean ends = Objects.equals(previous, text(end.get("hash")));
    return new AssetEvent.Verification(ends, checked, ends ? null : checked);
  }

  /** An event as it stands in the chain, with the very text that was hashed. */
  private record Link(EventBody body, String hash, @Nullable String previousHash) {

    static Link of(Value e) {
      return new Link(
          new EventBody(
              e.get("subjectId").asString(),
              e.get("seq").asLong(),
              e.get("kind").asString(),
              e.get("at").asZonedDateTime().toInstant(),
              e.get("actorId").asString(),
              e.get("actorName").asString(),
              text(e.get("requestId")),
              e.get("changes").asString()),
          e.get("hash").asString(),
          text(e.get("previousHash")));
    }

    boolean follows(long seq, @Nullable String hashBefore) {
      return body.seq() == seq + 1
          && Objects.equals(previousHash, hashBefore)
          && body.hash(hashBefore).equals(hash);
    }
  }

  private static List<Link> batch(Transaction tx, String subjectId, long after) {
    return tx.list(
        """
        MATCH (e:Event {subjectId: $id})
        WHERE e.seq > $after
        RETURN e
        ORDER BY e.seq
        LIMIT $limit
        """,
        map("id", subjectId, "after", after, "limit", VERIFY_BATCH),
        row -> Link.of(row.get("e")));
  }

  private static AssetEvent event(Value e) {
    return new AssetEvent(
        e.get("id").asString(),
        e.get("seq").asLong(),
        e.get("kind").asString(),
        e.get("at").asZonedDateTime().toInstant(),
        new Ref(e.get("actorId").asString(), e.get("actorName").asString()),
        text(e.get("requestId")),
        Changes.fromJson(e.get("changes").asString()),
        e.get("hash").asString(),
        text(e.get("previousHash")));
  }
}

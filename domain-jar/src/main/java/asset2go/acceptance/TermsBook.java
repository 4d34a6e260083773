package asset2go.acceptance;

import static asset2go.graph.Parameters.map;

import asset2go.graph.Graph;
import asset2go.graph.Ids;
import asset2go.graph.Keyset;
import asset2go.graph.Limits;
import asset2go.graph.Transaction;
import asset2go.identity.Actor;
import asset2go.page.Page;
import asset2go.problem.DomainError;
import asset2go.problem.Fault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/** The terms that go with categories and models, edition by edition. */
@ApplicationScoped
public class TermsBook {

  private @Inject Graph graph;

  /** Those that are asked for, the newest first. */
  public Page<Terms> list(Actor actor, @Nullable Integer limit, @Nullable String after) {
    int most = Limits.page(limit);
    String before = after == null ? "~" : Keyset.parse(after).id();
    List<Record> rows =
        graph.read(
            tx ->
                tx.rows(
                    """
                    MATCH (t:Terms)
                    WHERE t.current = true AND t.id < $before
                    WITH t ORDER BY t.id DESC LIMIT $limit
                    RETURN %s
                    """
                        .formatted(TermsView.COLUMNS),
                    map("before", before, "limit", most + 1)));
    List<Terms> items = rows.stream().limit(most).map(TermsView::of).toList();
    String last = items.isEmpty() ? "" : items.get(items.size() - 1).id();
    return new Page<>(items, rows.size() > most ? new Keyset(last, last).cursor() : null, null);
  }

  public Terms get(Actor actor, String id) {
    return graph.read(tx -> TermsView.one(tx, id));
  }

  /** Asks for these from now on; an earlier edition is kept, and asked for no longer. */
  public Terms create(Actor actor, TermsDraft draft) {
    String id = Ids.next();
    Instant now = Instant.now();
    return graph.write(tx -> create(tx, actor, id, draft, now));
  }

  private static Terms create(
      Transaction tx, Actor actor, String id, TermsDraft draft, Instant now) {
    TermsSubject subject = draft.subject();
    boolean known =
        tx.one(
                "MATCH (s:%s {id: $id}) SET s.touched = true RETURN s.id".formatted(label(subject)),
                Map.of("id", subject.id()))
            .isPresent();
    if (!known) {
      throw new DomainError.Invalid(
          "subject.id", Fault.UNKNOWN, "there is no such category or model");
    }
    tx.run(
        """
        MATCH (s:%s {id: $subject})
        OPTIONAL MATCH (s)<-[:FOR]-(old:Terms)
        WITH s, max(old.edition) AS edition, collect(old) AS olds
        FOREACH (old IN [o IN olds WHERE o.current] | SET old.until = $now REMOVE old.current)
        CREATE (t:Terms {id: $id, title: $title, text: $text, hash: $hash, current: true,
                         edition: coalesce(edition, 0) + 1, subjectKind: $kind, since: $now,
                         byId: $actorId, byName: $actorName})
        CREATE (t)-[:FOR]->(s)
        """
            .formatted(label(subject)),
        map(
            "subject", subject.id(),
            "id", id,
            "title", draft.title().strip(),
            "text", draft.text().strip(),
            "hash", TermsView.hash(draft.title().strip(), draft.text().strip()),
            "kind", subject.kind(),
            "actorId", actor.id(),
            "actorName", actor.name(),
            "now", now));
    return TermsView.one(tx, id);
  }

  /** Asks for them no longer. */
  public void withdraw(Actor actor, String id) {
    Instant now = Instant.now();
    graph.write(
        tx -> {
          TermsView.one(tx, id);
          tx.run(
              "MATCH (t:Terms {id: $id}) SET t.until = coalesce(t.until, $now) REMOVE t.current",
              map("id", id, "now", now));
          return id;
        });
  }

  private static String label(TermsSubject subject) {
    return subject.kind() == TermsSubject.Kind.MODEL ? "AssetModel" : "Category";
  }
}

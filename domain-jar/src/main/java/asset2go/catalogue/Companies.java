package asset2go.catalogue;

import static asset2go.graph.Parameters.map;

import asset2go.asset.AssetEvent.Change;
import asset2go.catalogue.Catalogue.Company;
import asset2go.catalogue.Catalogue.NameDraft;
import asset2go.event.Events;
import asset2go.graph.ConstraintViolated;
import asset2go.graph.Graph;
import asset2go.graph.GraphReady;
import asset2go.graph.Ids;
import asset2go.graph.Slice;
import asset2go.graph.Transaction;
import asset2go.identity.Actor;
import asset2go.page.Page;
import asset2go.problem.DomainError;
import asset2go.problem.Fault;
import asset2go.right.Grants;
import asset2go.right.Rights;
import asset2go.right.Scope;
import asset2go.search.Folding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The companies that own equipment. Every asset has one; there is always a standard one. */
@ApplicationScoped
public class Companies {

  static final NamedNodes<Company> NODES =
      new NamedNodes<>(
          "Company",
          "company",
          "n{.id, .name, .standard, .version}",
          v ->
              new Company(
                  v.get("id").asString(),
                  v.get("name").asString(),
                  v.get("standard").asBoolean(false),
                  v.get("version").asLong()));

  private @Inject Graph graph;
  private @Inject Events events;

  /** Makes the standard company where there is none; several instances may do so at once. */
  void makeStandard(@Observes GraphReady ready) {
    String id = Ids.next();
    graph.write(
        tx -> {
          tx.run(
              """
              MERGE (n:Company {nameKey: 'main company'})
              ON CREATE SET n.id = $id, n.name = 'Main company', n.standard = true, n.version = 1,
                            n.createdAt = $now
              """,
              map("id", id, "now", Instant.now()));
          return id;
        });
  }

  /** The id asked for if there is such a company, else that of the standard one. */
  public String resolve(Transaction tx, @Nullable String companyId) {
    if (companyId != null) {
      NODES.requireExists(tx, "companyId", companyId);
      return companyId;
    }
    return tx.one("MATCH (n:Company) WHERE n.standard RETURN n.id AS id", Map.of())
        .map(row -> row.get("id").asString())
        .orElseThrow(() -> new DomainError.Unavailable("The standard company is not made yet."));
  }

  /** A page by name of those that the actor may know of. */
  public Page<Company> list(
      Actor actor, @Nullable String q, @Nullable Integer limit, @Nullable String after) {
    Scope scope = actor.scope();
    return graph.read(
        tx -> NODES.list(tx, q, Slice.of(limit, after), scope.company("n"), scope.parameters()));
  }

  public Company get(Actor actor, String id) {
    return graph.read(
        tx -> {
          if (Rights.seen(tx, actor, "Company", List.of(id)).isEmpty()) {
            throw new DomainError.NotFound("company", id);
          }
          return NODES.get(tx, id);
        });
  }

  public Company create(Actor actor, NameDraft draft) {
    String id = Ids.next();
    Instant now = Instant.now();
    try {
      return graph.write(
          tx -> {
            tx.run(
                """
                CREATE (:Company {id: $id, name: $name, nameKey: $key, standard: false, version: 1,
                                  createdAt: $now})
                """,
                map(
                    "id",
                    id,
                    "name",
                    draft.name().strip(),
                    "key",
                    Folding.fold(draft.name()),
                    "now",
                    now));
            events.append(tx, "Company", id, "CREATED", actor, now, changes(null, draft.name()));
            return NODES.get(tx, id);
          });
    } catch (ConstraintViolated e) {
      throw NODES.taken(draft.name());
    }
  }

  public Company change(
      Actor actor, String id, @Nullable Long expected, UnaryOperator<NameDraft> change) {
    Instant now = Instant.now();
    try {
      return graph.write(
          tx -> {
            NODES.lock(tx, id, expected);
            NameDraft before = new NameDraft(NODES.get(tx, id).name());
            NameDraft changed = change.apply(before);
            tx.run(
                "MATCH (n:Company {id: $id}) SET n.name = $name, n.nameKey = $key",
                map("id", id, "name", changed.name(), "key", Folding.fold(changed.name())));
            events.append(
                tx, "Company", id, "CHANGED", actor, now, changes(before.name(), changed.name()));
            return NODES.get(tx, id);
          });
    } catch (ConstraintViolated e) {
      throw new DomainError.Conflict(
          "name", Fault.TAKEN, "there is already a company with that name");
    }
  }

  public void delete(Actor actor, String id, @Nullable Long expected) {
    Instant now = Instant.now();
    graph.write(
        tx -> {
          NODES.lock(tx, id, expected);
          if (NODES.get(tx, id).standard()) {
            throw new DomainError.Conflict("The standard company cannot be removed.");
          }
          boolean used =
              tx.one(
                      """
                          OPTIONAL MATCH (a:Asset {companyId: $id})
                          WITH a LIMIT 1
                          OPTIONAL MATCH (l:Location {companyId: $id})
                          WITH a, l LIMIT 1
                          OPTIONAL MATCH (t:TrashedAsset {companyId: $id})
                          WITH a, l, t LIMIT 1
                          RETURN a IS NOT NULL OR l IS NOT NULL OR t IS NOT NULL AS used
                          """,
                      Map.of("id", id))
                  .orElseThrow()
                  .get("used")
                  .asBoolean();
          if (used) {
            throw new DomainError.Conflict(
                "The company still owns assets or locations, perhaps in the trash.");
          }
          Grants.endOver(tx, id);
          events.append(
              tx, "Company", id, "DELETED", actor, now, changes(NODES.get(tx, id).name(), null));
          tx.run("MATCH (n:Company {id: $id}) DETACH DELETE n", Map.of("id", id));
          return id;
        });
  }

  private static List<Change> changes(@Nullable String before, @Nullable String after) {
    return new Differences().add("name", before, after).all();
  }
}

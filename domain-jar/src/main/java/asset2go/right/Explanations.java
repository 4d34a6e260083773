package asset2go.right;

import asset2go.asset.AssetRef;
import asset2go.asset.EquipmentStatus;
import asset2go.graph.Graph;
import asset2go.graph.Transaction;
import asset2go.graph.Values;
import asset2go.identity.RoleName;
import asset2go.page.Ref;
import asset2go.problem.DomainError;
import asset2go.right.Explanation.Reason;
import asset2go.right.Explanation.Step;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** Says why somebody sees an asset: by the edges, as {@link Rights} decides. */
@ApplicationScoped
public class Explanations {

  /** The labels of what lies on a way, those that the API tells of. */
  private static final Set<String> KINDS =
      Set.of("Asset", "Location", "AssetModel", "Category", "Company");

  private @Inject Graph graph;

  /**
   * Every way from a person to an asset.
   *
   * @throws DomainError.Malformed where one of the two is not said
   * @throws DomainError.NotFound where one of the two is not there
   */
  public Explanation of(@Nullable String personId, @Nullable String assetId) {
    String person = said("person", personId);
    String asset = said("asset", assetId);
    return graph.read(tx -> of(tx, person, asset));
  }

  private static Explanation of(Transaction tx, String personId, String assetId) {
    Record person =
        tx.one(
                """
                MATCH (p:Person {id: $id})
                RETURN p{.id, .name} AS ref, coalesce(p.roles, []) AS roles,
                       p:User AND NOT coalesce(p.disabled, false) AS signsIn
                """,
                Map.of("id", personId))
            .orElseThrow(() -> new DomainError.NotFound("person", personId));
    AssetRef asset =
        tx.one(
                "MATCH (a:Asset {id: $id}) RETURN a{.id, .tag, .name, .status} AS a",
                Map.of("id", assetId))
            .map(row -> asset(row.get("a")))
            .orElseThrow(() -> new DomainError.NotFound("asset", assetId));
    List<Reason> reasons = new ArrayList<>();
    for (Value role : person.get("roles").values()) {
      reasons.add(new Reason(RoleName.valueOf(role.asString()), null, null, null, List.of()));
    }
    reasons.addAll(granted(tx, personId, assetId));
    boolean signsIn = person.get("signsIn").asBoolean();
    Value ref = person.get("ref");
    return new Explanation(
        new Ref(ref.get("id").asString(), ref.get("name").asString()),
        asset,
        signsIn,
        signsIn && !reasons.isEmpty(),
        reasons.stream().map(Reason::role).distinct().sorted().toList(),
        List.copyOf(reasons));
  }

  private static List<Reason> granted(Transaction tx, String personId, String assetId) {
    return tx.list(
        """
        MATCH (:Person {id: $person})-[:MEMBER_OF*0..1]->(h)-[:HAS_GRANT]->(g:Grant)-[:OVER]->(t)
        MATCH (a:Asset {id: $asset})
        WITH h, g, t,
          COLLECT {
            MATCH way = (a)-[:CONTAINED_IN*0..20]->()-[:LOCATED_AT]->()-[:WITHIN*0..30]->(t)
            RETURN nodes(way) LIMIT 1
          } + COLLECT {
            MATCH way = (a)-[:OF_MODEL]->()-[:IN_CATEGORY]->()-[:SUBCATEGORY_OF*0..30]->(t)
            RETURN nodes(way) LIMIT 1
          } + CASE WHEN a.companyId = t.id THEN [[a, t]] ELSE [] END AS ways
        WHERE size(ways) > 0
        RETURN g.id AS grant, g.role AS role, t{.id, .name, labels: labels(t)} AS part,
               CASE WHEN h:Team THEN h{.id, .name} END AS team,
               [n IN ways[0] | n{.id, .name, labels: labels(n)}] AS way
        ORDER BY grant
        """,
        Map.of("person", personId, "asset", assetId),
        row ->
            new Reason(
                RoleName.valueOf(row.get("role").asString()),
                Values.ref(row.get("team")),
                row.get("grant").asString(),
                Grants.part(row.get("part")),
                row.get("way").asList(Explanations::step)));
  }

  private static Step step(Value node) {
    String label =
        node.get("labels").asList(Value::asString).stream()
            .filter(KINDS::contains)
            .findFirst()
            .orElse("Location");
    String kind = label.equals("AssetModel") ? "MODEL" : label.toUpperCase(java.util.Locale.ROOT);
    return new Step(kind, node.get("id").asString(), node.get("name").asString());
  }

  private static AssetRef asset(Value a) {
    return new AssetRef(
        a.get("id").asString(),
        a.get("tag").asString(),
        a.get("name").asString(),
        EquipmentStatus.valueOf(a.get("status").asString()));
  }

  private static String said(String field, @Nullable String id) {
    if (id == null || id.isBlank()) {
      throw new DomainError.Malformed(field, "must be an id");
    }
    return id;
  }
}

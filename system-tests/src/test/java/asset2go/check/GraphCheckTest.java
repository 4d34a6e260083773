package asset2go.check;

import static org.assertj.core.api.Assertions.assertThat;

import asset2go.graph.Cypher;
import asset2go.running.Api;
import asset2go.running.Colleague;
import asset2go.running.OneSystem;
import asset2go.running.Some;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A check that finds nothing says something only where it finds what is there. */
final class GraphCheckTest {

  private final Api api = OneSystem.api();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ONE_PLACE | MATCH (a {id: $a}), (l {id: $l}), (m {id: $m}) CREATE (l)<-[:LOCATED_AT]-(a)-[:LOCATED_AT]->(m)",
        "NO_CIRCLE | MATCH (a {id: $a}), (b {id: $b}) CREATE (a)-[:CONTAINED_IN]->(b)-[:CONTAINED_IN]->(a)",
        "NO_CIRCLE | MATCH (a {id: $a}), (b {id: $b}) CREATE (a)-[:DEPENDS_ON {kind: 'POWER', criticality: 'HIGH'}]->(b)-[:DEPENDS_ON {kind: 'POWER', criticality: 'HIGH'}]->(a)",
        "NO_CIRCLE | MATCH (l {id: $l}), (m {id: $m}) CREATE (l)-[:WITHIN]->(m)-[:WITHIN]->(l)",
        "ROOT_LOCATION | MATCH (a {id: $a}) SET a.rootLocationId = $l",
        "ONE_COMPANY | MATCH (a {id: $a}) SET a.companyId = 'nobody'",
        "LASTING_STAY | MATCH (a {id: $a}), (l {id: $l}) CREATE (:Placement {id: $x, subjectId: $a, from: datetime()})-[:IN]->(l)",
        "STAYS_IN_ORDER | CREATE (:Placement {id: $x, subjectId: $a, from: datetime(), to: datetime('2020-01-01T00:00:00Z')})",
        "CUSTODY | MATCH (a {id: $a}), (b {id: $b}) CREATE (a)-[:HELD_BY]->(b)",
        "CUSTODY_FITS_STATUS | MATCH (a {id: $a}) SET a.status = 'CHECKED_OUT'",
        "MODEL | MATCH (a {id: $a}) SET a.modelId = 'none'",
        "LAST_EVENT | MATCH (a {id: $a}) SET a.eventHash = 'other'",
        "NOTHING_LEFT | MATCH (a {id: $a}), (b {id: $b}) CREATE (b)-[:HELD_BY]->(a) REMOVE a:Asset SET a:TrashedAsset",
        "NO_ORPHAN | CREATE (:Placement {id: $x, subjectId: 'nothing', from: datetime()})",
        "CALIBRATION | MATCH (a {id: $a}) SET a.calibrationResult = 'PASSED', a.calibratedUntil = date()",
        "DOWNTIME | CREATE (:Downtime {id: $x, assetId: $a, from: datetime()}) CREATE (:Downtime {id: $x + 'y', assetId: $a, from: datetime()})",
        "NO_ORPHAN | CREATE (:WorkOrder {id: $x, assetId: 'nothing', state: 'OPEN', active: true})",
        "BOARD | MATCH (a {id: $a}) CREATE (:WorkOrder {id: $x, assetId: $a, state: 'DONE', active: true})-[:FOR]->(a)",
        "ASSIGNEE | MATCH (a {id: $a}) CREATE (:WorkOrder {id: $x, assetId: $a, state: 'OPEN', active: true, assigneeId: 'nobody'})-[:FOR]->(a)",
        "NO_ORPHAN | CREATE (:Calibration {id: $x, assetId: 'nothing', orderId: 'nothing'})",
        "DECIDED | MATCH (a {id: $a}) CREATE (:FaultReport {id: $x, state: 'ACCEPTED', decidedAt: datetime()})-[:ABOUT]->(a)",
        "NO_ORPHAN | CREATE (:Document {id: $x, of: 'nothing'})",
        "NO_ORPHAN | CREATE (:Custody {id: $x, assetId: 'nothing', holderId: 'nobody'})",
        "BOOKED_ONCE | MATCH (a {id: $a}) CREATE (b:Booking {id: $x}) CREATE (b)-[:RESERVES {busyFrom: datetime(), busyTo: datetime() + duration('P2D')}]->(a) CREATE (b)-[:RESERVES {busyFrom: datetime() + duration('P1D'), busyTo: datetime() + duration('P3D')}]->(a)",
        "OUT_IS_HELD | MATCH (a {id: $a}) CREATE (:Booking {id: $x})-[:RESERVES {outAt: datetime()}]->(a)",
        "BOOKED_FOR | CREATE (:Booking {id: $x, personId: 'nobody', state: 'CANCELLED'})",
        "LIVE_WHILE_IT_TAKES | CREATE (:Booking {id: $x, state: 'CONFIRMED'})",
        "LIVE_WHILE_IT_TAKES | MATCH (a {id: $a}) CREATE (:Booking {id: $x, state: 'CONFIRMED'})-[:RESERVES {outAt: datetime()}]->(a)",
        "NOT_TOO_MANY | MATCH (a {id: $a}) CREATE (b:Booking {id: $x})-[:RESERVES {line: 0}]->(a) CREATE (b)-[:REQUESTS {line: 0, quantity: 1, open: 1}]->(a)",
        "PERIOD | CREATE (:Booking {id: $x, from: datetime(), to: datetime('2020-01-01T00:00:00Z')})",
        "SLOTS | CREATE (:Kit {id: $x, nameKey: $x})",
        "SLOTS | MATCH (a {id: $a}), (b {id: $b}) CREATE (k:Kit {id: $x, nameKey: $x})-[:NEEDS]->(s:KitSlot {id: $a, position: 0}) CREATE (a)<-[:ACCEPTS {rank: 0}]-(s)-[:ACCEPTS {rank: 0}]->(b)",
        "NO_CIRCLE | CREATE (k:Kit {id: $x, nameKey: $x})-[:NEEDS]->(:KitSlot {id: $a, position: 0})-[:ACCEPTS {rank: 0}]->(k)",
      })
  void whatIsWrongIsFound(String rule, String damage) {
    String x = Some.word();
    String a = Some.asset(api).id();
    String b = Some.asset(api).id();
    String l = Some.location(api, "").id();
    String m = Some.location(api, "").id();
    List<String> before = GraphSoundness.findings(api);
    try {
      Cypher.run(damage, Map.of("a", a, "b", b, "l", l, "m", m, "x", x));
      List<String> found = GraphSoundness.findings(api);
      found.removeAll(before);
      assertThat(found).anyMatch(one -> one.startsWith(rule + " "));
      assertThat(found).allMatch(one -> List.of(a, b, l, m, x).stream().anyMatch(one::contains));
    } finally {
      // Nobody else is to find what this test has spoilt.
      Cypher.run(
          """
          MATCH (n) WHERE n.id IN $ids
          OPTIONAL MATCH (n)<-[:OF]-(of)
          DETACH DELETE of, n
          """,
          Map.of("ids", List.of(a, b, l, m, x, x + "y")));
    }
    assertThat(GraphSoundness.findings(api)).isEqualTo(before);
  }

  @Test
  void onlyAnAdministratorMayLook() {
    Colleague.with("MANAGER").signIn().get("/v1/checks/graph").expect(403);
    api.get("/v1/checks/graph?limit=0").expect(400);
    api.get("/v1/checks/graph?after=nonsense").expect(400);
  }
}

package asset2go.check;

import java.util.List;

/** Everything that must hold. docs/checking.md tells it in words. */
final class Checks {

  /** The kinds of things that are walked, in this order. */
  static final List<String> LABELS =
      List.of(
          "Asset",
          "TrashedAsset",
          "Location",
          "Category",
          "Placement",
          "Custody",
          "WorkOrder",
          "Calibration",
          "FaultReport",
          "Document",
          "Booking",
          "Kit");

  private static final String STAYS =
      """
      MATCH (p:Placement)
      WHERE p.subjectId = x.id AND p.from IS NOT NULL AND p.id IS NOT NULL
      """;

  /** What the edges say and the stay that lasts says are the same. */
  private static final String LASTING_STAY =
      """
      WITH x, COLLECT { MATCH (x)-[:%s]->(place) RETURN place.id } AS stands,
           COLLECT { %s AND p.to IS NULL MATCH (p)-[:IN]->(place) RETURN place.id } AS lasts
      WHERE stands <> lasts
      RETURN x.id AS id, 'stands in ' + reduce(text = '', one IN stands | text + one + ' ')
        + 'but stays in ' + reduce(text = '', one IN lasts | text + one + ' ') AS detail
      """;

  private static final String STAYS_IN_ORDER =
      """
      WITH x, COLLECT { %s RETURN [p.from, p.to]
                        ORDER BY p.from, coalesce(p.to, datetime('9999-12-31T00:00:00Z')) } AS stays
      WHERE any(i IN range(0, size(stays) - 1)
                WHERE coalesce(stays[i][1] < stays[i][0], false)
                   OR i + 1 < size(stays) AND coalesce(stays[i][1] > stays[i + 1][0], true))
      RETURN x.id AS id, 'stays overlap, or end before they begin' AS detail
      """
          .formatted(STAYS);

  /** Whether the outermost is reached, which it is not from within a circle. */
  private static final String REACHES_THE_TOP =
      """
      WHERE EXISTS { (x)-[:%1$s]->() }
        AND NOT EXISTS { (x)-[:%1$s*1..%2$d]->(top) WHERE NOT EXISTS { (top)-[:%1$s]->() } }
      RETURN x.id AS id, 'lies in a circle, or deeper than %2$d' AS detail
      """;

  static final List<Check> ALL =
      List.of(
          new Check(
              "Asset",
              "ONE_PLACE",
              """
              WITH x, COUNT { (x)-[:LOCATED_AT|CONTAINED_IN]->() } AS places
              WHERE places > 1
              RETURN x.id AS id, toString(places) + ' places at once' AS detail
              """),
          new Check("Asset", "NO_CIRCLE", REACHES_THE_TOP.formatted("CONTAINED_IN", 20)),
          new Check(
              "Asset",
              "ROOT_LOCATION",
              """
              WITH x, COLLECT {
                MATCH (x)-[:CONTAINED_IN*0..20]->(top)-[:LOCATED_AT]->(l:Location)
                WHERE NOT EXISTS { (top)-[:CONTAINED_IN]->() }
                RETURN l.id
              } AS roots
              WHERE coalesce(roots[0], '') <> coalesce(x.rootLocationId, '')
              RETURN x.id AS id, 'says ' + coalesce(x.rootLocationId, 'nowhere') + ', is at '
                + coalesce(roots[0], 'nowhere') AS detail
              """),
          new Check(
              "Asset",
              "ONE_COMPANY",
              """
              WITH x, COUNT { MATCH (c:Company {id: x.companyId}) RETURN c } AS companies,
                   EXISTS { MATCH (x)-[:CONTAINED_IN]->(c) WHERE c.companyId <> x.companyId }
                     AS foreign
              WHERE companies <> 1 OR foreign
              RETURN x.id AS id, CASE WHEN foreign THEN 'stands in what another company has'
                ELSE 'belongs to no company' END AS detail
              """),
          new Check(
              "Asset", "LASTING_STAY", LASTING_STAY.formatted("LOCATED_AT|CONTAINED_IN", STAYS)),
          new Check("Asset", "STAYS_IN_ORDER", STAYS_IN_ORDER),
          new Check(
              "Asset",
              "CUSTODY",
              """
              WITH x, COLLECT { MATCH (x)-[:HELD_BY]->(h) RETURN h.id } AS holders,
                   COLLECT {
                     MATCH (c:Custody)
                     WHERE c.assetId = x.id AND c.id IS NOT NULL AND c.to IS NULL
                     RETURN c.holderId
                   } AS lasting
              WHERE holders <> lasting OR size(holders) > 1
              RETURN x.id AS id, toString(size(holders)) + ' holders, '
                + toString(size(lasting)) + ' custodies that last' AS detail
              """),
          new Check(
              "Asset",
              "CUSTODY_FITS_STATUS",
              """
              WITH x, EXISTS { (x)-[:HELD_BY]->() } AS held
              WHERE x.status = 'CHECKED_OUT' AND NOT held
                 OR held AND NOT x.status IN
                    ['CHECKED_OUT', 'IN_TRANSIT', 'IN_MAINTENANCE', 'MISSING']
              RETURN x.id AS id, x.status + CASE WHEN held THEN ', but held'
                ELSE ', but held by nobody' END AS detail
              """),
          new Check(
              "Asset",
              "MODEL",
              """
              WITH x, [(x)-[:OF_MODEL]->(m) | m.id] AS models
              WHERE coalesce(models[0], '') <> coalesce(x.modelId, '') OR size(models) > 1
              RETURN x.id AS id, 'says ' + coalesce(x.modelId, 'none') + ', is of '
                + coalesce(models[0], 'none') AS detail
              """),
          new Check(
              "Asset",
              "LAST_EVENT",
              """
              WITH x, COLLECT {
                MATCH (e:Event) WHERE e.subjectId = x.id AND e.seq >= x.eventSeq RETURN e.hash
              } AS last
              WHERE last <> [x.eventHash]
              RETURN x.id AS id, 'its last event is not the one that it names' AS detail
              """),
          new Check(
              "Asset",
              "BOOKED_ONCE",
              """
              WITH x, COLLECT {
                MATCH (x)<-[r:RESERVES]-(:Booking) WHERE r.backAt IS NULL
                RETURN [r.busyFrom, r.busyTo] ORDER BY r.busyFrom, r.busyTo
              } AS taken
              WHERE any(i IN range(0, size(taken) - 2) WHERE taken[i][1] > taken[i + 1][0])
              RETURN x.id AS id, 'is booked twice at the same time' AS detail
              """),
          new Check(
              "Asset",
              "OUT_IS_HELD",
              """
              WITH x, COUNT { MATCH (x)<-[r:RESERVES]-(:Booking)
                              WHERE r.outAt IS NOT NULL AND r.backAt IS NULL } AS out
              WHERE out > 1 OR out = 1 AND NOT EXISTS { (x)-[:HELD_BY]->() }
              RETURN x.id AS id, 'is out for ' + toString(out) + ' bookings'
                + CASE WHEN out = 1 THEN ', but held by nobody' ELSE '' END AS detail
              """),
          new Check(
              "TrashedAsset",
              "NOTHING_LEFT",
              """
              WHERE EXISTS { (x)-[:HELD_BY]->() } OR EXISTS { (x)<-[:CONTAINED_IN|HELD_BY]-(:Asset) }
              RETURN x.id AS id, 'is in the trash, but held, or has something in it' AS detail
              """),
          new Check(
              "Location",
              "ONE_PLACE",
              """
              WITH x, COUNT { (x)-[:WITHIN]->() } AS parents
              WHERE parents > 1
              RETURN x.id AS id, toString(parents) + ' places at once' AS detail
              """),
          new Check("Location", "NO_CIRCLE", REACHES_THE_TOP.formatted("WITHIN", 30)),
          new Check(
              "Location",
              "ONE_COMPANY",
              """
              WHERE EXISTS { MATCH (x)-[:WITHIN]->(p) WHERE p.companyId <> x.companyId }
              RETURN x.id AS id, 'lies within what another company has' AS detail
              """),
          new Check("Location", "LASTING_STAY", LASTING_STAY.formatted("WITHIN", STAYS)),
          new Check("Location", "STAYS_IN_ORDER", STAYS_IN_ORDER),
          new Check("Category", "NO_CIRCLE", REACHES_THE_TOP.formatted("SUBCATEGORY_OF", 30)),
          new Check(
              "Placement",
              "NO_ORPHAN",
              """
              WITH x, [(x)-[:OF]->(s) | s.id] AS subjects, COUNT { (x)-[:IN]->() } AS places
              WHERE subjects <> [x.subjectId] OR places <> 1
              RETURN x.id AS id, 'of ' + toString(size(subjects)) + ' things, at '
                + toString(places) + ' places' AS detail
              """),
          new Check(
              "Custody",
              "NO_ORPHAN",
              """
              WITH x, [(x)-[:OF]->(a) | a.id] AS assets, [(x)-[:TO]->(h) | h.id] AS holders
              WHERE assets <> [x.assetId] OR holders <> [x.holderId]
              RETURN x.id AS id, 'of ' + toString(size(assets)) + ' assets, with '
                + toString(size(holders)) + ' holders' AS detail
              """),
          new Check(
              "Asset",
              "CALIBRATION",
              """
              WITH x, COLLECT {
                MATCH (c:Calibration) WHERE c.assetId = x.id AND c.on IS NOT NULL
                RETURN [c.result, toString(c.validUntil)] ORDER BY c.on DESC, c.id DESC LIMIT 1
              } AS latest
              WITH x, coalesce(latest[0][0], '') + ' ' + coalesce(latest[0][1], '') AS found,
                   coalesce(x.calibrationResult, '') + ' '
                     + coalesce(toString(x.calibratedUntil), '') AS says
              WHERE found <> says
              RETURN x.id AS id, 'says ' + says + ', its latest calibration ' + found AS detail
              """),
          new Check(
              "Asset",
              "DOWNTIME",
              """
              WITH x, COUNT {
                MATCH (d:Downtime) WHERE d.assetId = x.id AND d.from IS NOT NULL AND d.to IS NULL
              } AS lasting
              WHERE lasting > 1
              RETURN x.id AS id, 'is down ' + toString(lasting) + ' times at once' AS detail
              """),
          new Check(
              "WorkOrder",
              "NO_ORPHAN",
              """
              WITH x, [(x)-[:FOR]->(a) | a.id] AS assets
              WHERE assets <> [x.assetId]
              RETURN x.id AS id, 'for ' + toString(size(assets)) + ' assets' AS detail
              """),
          new Check(
              "WorkOrder",
              "BOARD",
              """
              WITH x, x.state IN ['OPEN', 'IN_PROGRESS', 'ON_HOLD'] AS open
              WHERE open <> coalesce(x.active, false)
                 OR open <> (x.finishedAt IS NULL)
                 OR NOT open AND coalesce(x.keepsOut, false)
              RETURN x.id AS id, x.state + ', but kept as if it were not' AS detail
              """),
          new Check(
              "WorkOrder",
              "ASSIGNEE",
              """
              WITH x, [(x)-[:ASSIGNED_TO]->(p) | p.id] AS people
              WHERE people <> CASE WHEN x.assigneeId IS NULL THEN [] ELSE [x.assigneeId] END
              RETURN x.id AS id, 'says ' + coalesce(x.assigneeId, 'nobody') + ', is with '
                + coalesce(people[0], 'nobody') AS detail
              """),
          new Check(
              "Calibration",
              "NO_ORPHAN",
              """
              WITH x, [(x)-[:OF]->(a) | a.id] AS assets, [(x)-[:BY]->(w) | w.id] AS orders
              WHERE assets <> [x.assetId] OR orders <> [x.orderId]
              RETURN x.id AS id, 'of ' + toString(size(assets)) + ' assets, by '
                + toString(size(orders)) + ' work orders' AS detail
              """),
          new Check(
              "FaultReport",
              "DECIDED",
              """
              WITH x, COUNT { (x)-[:ABOUT]->() } AS assets, COUNT { (x)-[:LED_TO]->() } AS orders
              WHERE assets <> 1 OR orders <> CASE x.state WHEN 'ACCEPTED' THEN 1 ELSE 0 END
                 OR (x.state = 'NEW') <> (x.decidedAt IS NULL)
              RETURN x.id AS id, x.state + ', about ' + toString(assets) + ' assets, with '
                + toString(orders) + ' work orders' AS detail
              """),
          new Check(
              "Document",
              "NO_ORPHAN",
              """
              WITH x, [(x)-[:OF]->(s) | s.id] AS subjects
              WHERE subjects <> [x.of]
              RETURN x.id AS id, 'of ' + toString(size(subjects)) + ' things' AS detail
              """),
          new Check(
              "Booking",
              "BOOKED_FOR",
              """
              WITH x, [(x)-[:BOOKED_FOR]->(p) | p.id] AS people
              WHERE people <> [x.personId]
              RETURN x.id AS id, 'is for ' + toString(size(people)) + ' people, or for another'
                AS detail
              """),
          new Check(
              "Booking",
              "LIVE_WHILE_IT_TAKES",
              """
              WITH x, coalesce(x.state, '') IN ['REQUESTED', 'CONFIRMED', 'CHECKED_OUT'] AS live,
                   EXISTS { (x)-[:RESERVES|REQUESTS]->() } AS takes,
                   EXISTS { MATCH (x)-[r:RESERVES]->()
                            WHERE r.outAt IS NOT NULL AND r.backAt IS NULL } AS out
              WHERE live <> takes OR out <> (coalesce(x.state, '') = 'CHECKED_OUT')
              RETURN x.id AS id, coalesce(x.state, 'no state')
                + CASE WHEN takes THEN ', takes something' ELSE ', takes nothing' END
                + CASE WHEN out THEN ' that is out' ELSE '' END AS detail
              """),
          new Check(
              "Booking",
              "NOT_TOO_MANY",
              """
              WITH x, COUNT {
                MATCH (x)-[q:REQUESTS]->()
                WHERE q.open < 0 OR q.open > q.quantity
                   OR COUNT { MATCH (x)-[r:RESERVES]->() WHERE r.line = q.line }
                      > q.quantity - q.open
              } AS wrong
              WHERE wrong > 0
              RETURN x.id AS id, 'got more than was asked for' AS detail
              """),
          new Check(
              "Booking",
              "PERIOD",
              """
              WHERE coalesce(x.from >= x.to, true)
                 OR EXISTS { MATCH (x)-[r:RESERVES|REQUESTS]->()
                             WHERE coalesce(r.busyFrom > r.busyTo, true) }
              RETURN x.id AS id, 'ends before it begins' AS detail
              """),
          new Check(
              "Kit",
              "SLOTS",
              """
              WITH x, COLLECT { MATCH (x)-[:NEEDS]->(s) RETURN s.position ORDER BY s.position }
                     AS positions,
                   COUNT {
                     MATCH (x)-[:NEEDS]->(s)
                     WHERE COUNT { (s)<-[:NEEDS]-() } > 1 OR NOT EXISTS { (s)-[:ACCEPTS]->() }
                        OR EXISTS { MATCH (y)<-[a:ACCEPTS]-(s)-[b:ACCEPTS]->(z)
                                    WHERE y = z OR a.rank = b.rank OR y:Kit }
                   } AS odd
              WHERE size(positions) = 0 OR positions <> range(0, size(positions) - 1) OR odd > 0
              RETURN x.id AS id, 'has no slots, two in one place, or one that accepts nothing,'
                + ' or something twice' AS detail
              """),
          new Check(
              "Kit",
              "NO_CIRCLE",
              """
              WHERE EXISTS { (x)-[:NEEDS|ACCEPTS*2..20]->(x) }
              RETURN x.id AS id, 'is part of itself' AS detail
              """));

  private Checks() {}
}

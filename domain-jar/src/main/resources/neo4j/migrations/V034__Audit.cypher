// The audit trail, the newest first: of everything, and of what one person did.
CREATE INDEX event_by_time IF NOT EXISTS FOR (n:Event) ON (n.at, n.id);
CREATE INDEX event_by_actor IF NOT EXISTS FOR (n:Event) ON (n.actorId, n.at, n.id);
DROP INDEX event_at IF EXISTS;
// What is gone is not inside anything.
MATCH (:RemovedLocation)-[r:WITHIN]->() DELETE r;
// The booking rules of a category have its id: what happened to them is a part of its story.
MATCH (p:BookingPolicy) MATCH (c:Category {id: p.id}) WHERE c.eventSeq IS NULL SET c.eventSeq = p.eventSeq, c.eventHash = p.eventHash WITH p, c MATCH (e:Event)-[o:OF]->(p) CREATE (e)-[:OF]->(c) DELETE o;

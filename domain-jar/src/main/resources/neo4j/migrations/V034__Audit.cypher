// The audit trail, the newest first: of everything, and of what one person did.
CREATE INDEX event_by_time IF NOT EXISTS FOR (n:Event) ON (n.at, n.id);
CREATE INDEX event_by_actor IF NOT EXISTS FOR (n:Event) ON (n.actorId, n.at, n.id);
DROP INDEX event_at IF EXISTS;
// What is gone is not inside anything.
MATCH (:RemovedLocation)-[r:WITHIN]->() DELETE r;

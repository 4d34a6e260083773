// Placements found by what they are of, in order. Those from before know it by their edge only; they are many, so this goes in pieces.
CREATE INDEX placement_subject IF NOT EXISTS FOR (n:Placement) ON (n.subjectId, n.from, n.id);
MATCH (p:Placement) WHERE p.subjectId IS NULL CALL { WITH p MATCH (p)-[:OF]->(s) SET p.subjectId = s.id } IN TRANSACTIONS OF 10000 ROWS;

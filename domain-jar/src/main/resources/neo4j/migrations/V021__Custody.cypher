// Teams; custodies found by asset, by holder, by basket and by whether they last; what is overdue, in order; terms and their acceptances.
CREATE CONSTRAINT team_id IF NOT EXISTS FOR (n:Team) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT team_name IF NOT EXISTS FOR (n:Team) REQUIRE n.nameKey IS UNIQUE;
CREATE INDEX team_order IF NOT EXISTS FOR (n:Team) ON (n.nameKey, n.id);
CREATE TEXT INDEX team_search IF NOT EXISTS FOR (n:Team) ON (n.nameKey);
CREATE INDEX custody_asset IF NOT EXISTS FOR (n:Custody) ON (n.assetId, n.id);
CREATE INDEX custody_holder IF NOT EXISTS FOR (n:Custody) ON (n.holderId, n.id);
CREATE INDEX custody_open IF NOT EXISTS FOR (n:Custody) ON (n.open, n.id);
CREATE INDEX custody_basket IF NOT EXISTS FOR (n:Custody) ON (n.basketId, n.id);
CREATE INDEX asset_due_order IF NOT EXISTS FOR (n:Asset) ON (n.due, n.id);
CREATE CONSTRAINT terms_id IF NOT EXISTS FOR (n:Terms) REQUIRE n.id IS UNIQUE;
CREATE INDEX terms_current IF NOT EXISTS FOR (n:Terms) ON (n.current, n.id);
CREATE CONSTRAINT acceptance_id IF NOT EXISTS FOR (n:Acceptance) REQUIRE n.id IS UNIQUE;
CREATE INDEX acceptance_state IF NOT EXISTS FOR (n:Acceptance) ON (n.state, n.id);
CREATE INDEX acceptance_person IF NOT EXISTS FOR (n:Acceptance) ON (n.personId, n.id);
// Custodies from before know their asset and holder by edges only.
MATCH (c:Custody)-[:OF]->(a), (c)-[:TO]->(h)
WHERE c.assetId IS NULL
SET c.assetId = a.id, c.holderId = h.id,
    c.holderKind = CASE WHEN h:Person THEN 'PERSON' WHEN h:Team THEN 'TEAM'
                        WHEN h:Location OR h:RemovedLocation THEN 'LOCATION' ELSE 'ASSET' END,
    c.open = CASE WHEN c.to IS NULL THEN true END;

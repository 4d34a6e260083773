// Work orders: the board in its order, by asset, by assignee and by plan; the numbers that people call them by.
CREATE CONSTRAINT work_order_id IF NOT EXISTS FOR (n:WorkOrder) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT work_order_number IF NOT EXISTS FOR (n:WorkOrder) REQUIRE n.number IS UNIQUE;
CREATE CONSTRAINT work_order_occasion IF NOT EXISTS FOR (n:WorkOrder) REQUIRE n.occasion IS UNIQUE;
CREATE INDEX work_order_active IF NOT EXISTS FOR (n:WorkOrder) ON (n.active, n.sortKey, n.id);
CREATE INDEX work_order_state IF NOT EXISTS FOR (n:WorkOrder) ON (n.state, n.id);
CREATE INDEX work_order_asset IF NOT EXISTS FOR (n:WorkOrder) ON (n.assetId, n.id);
CREATE INDEX work_order_assignee IF NOT EXISTS FOR (n:WorkOrder) ON (n.assigneeId, n.id);
CREATE INDEX work_order_plan IF NOT EXISTS FOR (n:WorkOrder) ON (n.planId, n.assetId, n.id);
CREATE INDEX work_order_due IF NOT EXISTS FOR (n:WorkOrder) ON (n.active, n.due);
CREATE TEXT INDEX work_order_search IF NOT EXISTS FOR (n:WorkOrder) ON (n.searchText);
CREATE CONSTRAINT counter_name IF NOT EXISTS FOR (n:Counter) REQUIRE n.name IS UNIQUE;
// Times in which assets could not be used.
CREATE CONSTRAINT downtime_id IF NOT EXISTS FOR (n:Downtime) REQUIRE n.id IS UNIQUE;
CREATE INDEX downtime_asset IF NOT EXISTS FOR (n:Downtime) ON (n.assetId, n.from);
// What cannot be used at present has not been since it was changed last, as far as is known.
MATCH (a:Asset)
WHERE a.status IN ['IN_MAINTENANCE', 'OUT_OF_SERVICE']
  AND NOT EXISTS { MATCH (d:Downtime) WHERE d.assetId = a.id AND d.to IS NULL }
CREATE (:Downtime {id: randomUUID(), assetId: a.id, from: a.updatedAt})-[:OF]->(a);
// Plans, what they want next, and what is counted.
CREATE CONSTRAINT maintenance_plan_id IF NOT EXISTS FOR (n:MaintenancePlan) REQUIRE n.id IS UNIQUE;
CREATE INDEX maintenance_plan_order IF NOT EXISTS FOR (n:MaintenancePlan) ON (n.nameKey, n.id);
CREATE CONSTRAINT service_due_key IF NOT EXISTS FOR (n:ServiceDue) REQUIRE n.key IS UNIQUE;
CREATE INDEX service_due_opens IF NOT EXISTS FOR (n:ServiceDue) ON (n.opensOn);
CREATE INDEX service_due_asset IF NOT EXISTS FOR (n:ServiceDue) ON (n.assetId);
CREATE INDEX service_due_plan IF NOT EXISTS FOR (n:ServiceDue) ON (n.planId, n.assetId);
CREATE INDEX service_due_order IF NOT EXISTS FOR (n:ServiceDue) ON (n.orderId);
CREATE CONSTRAINT meter_key IF NOT EXISTS FOR (n:Meter) REQUIRE (n.assetId, n.nameKey) IS UNIQUE;
CREATE CONSTRAINT reading_id IF NOT EXISTS FOR (n:Reading) REQUIRE n.id IS UNIQUE;

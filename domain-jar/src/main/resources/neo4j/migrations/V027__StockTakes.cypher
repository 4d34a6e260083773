// Stock-takes, their assets by outcome and by review, and their scans; assets of a place or a model in the order of their ids.
CREATE CONSTRAINT stock_take_id IF NOT EXISTS FOR (n:StockTake) REQUIRE n.id IS UNIQUE;
CREATE INDEX stock_take_open IF NOT EXISTS FOR (n:StockTake) ON (n.open, n.id);
CREATE TEXT INDEX stock_take_search IF NOT EXISTS FOR (n:StockTake) ON (n.searchText);
CREATE CONSTRAINT stock_take_item IF NOT EXISTS FOR (n:StockTakeItem) REQUIRE (n.takeId, n.assetId) IS UNIQUE;
CREATE INDEX stock_take_item_tag IF NOT EXISTS FOR (n:StockTakeItem) ON (n.takeId, n.tag, n.assetId);
CREATE INDEX stock_take_item_outcome IF NOT EXISTS FOR (n:StockTakeItem) ON (n.takeId, n.outcome, n.tag, n.assetId);
CREATE INDEX stock_take_item_review IF NOT EXISTS FOR (n:StockTakeItem) ON (n.takeId, n.review, n.tag, n.assetId);
CREATE CONSTRAINT stock_take_scan IF NOT EXISTS FOR (n:StockTakeScan) REQUIRE (n.takeId, n.clientId) IS UNIQUE;
CREATE INDEX stock_take_scan_order IF NOT EXISTS FOR (n:StockTakeScan) ON (n.takeId, n.id);
CREATE INDEX stock_take_scan_unknown IF NOT EXISTS FOR (n:StockTakeScan) ON (n.takeId, n.unknown, n.id);
CREATE INDEX asset_place_order IF NOT EXISTS FOR (n:Asset) ON (n.rootLocationId, n.id);
CREATE INDEX asset_model_order IF NOT EXISTS FOR (n:Asset) ON (n.modelId, n.id);

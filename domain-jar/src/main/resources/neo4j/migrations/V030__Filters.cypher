// What lists are narrowed by beyond what they were: each filter begins at an index of its own.
CREATE INDEX asset_condition IF NOT EXISTS FOR (n:Asset) ON (n.condition);
CREATE INDEX asset_order_number IF NOT EXISTS FOR (n:Asset) ON (n.orderNumber);
CREATE INDEX asset_purchased IF NOT EXISTS FOR (n:Asset) ON (n.purchaseDate);
CREATE INDEX asset_price IF NOT EXISTS FOR (n:Asset) ON (n.priceAmount);
// Prices from before are texts only; they are many, so this goes in pieces.
MATCH (a:Asset) WHERE a.price IS NOT NULL AND a.priceAmount IS NULL CALL { WITH a SET a.priceAmount = toFloat(a.price) } IN TRANSACTIONS OF 10000 ROWS;
MATCH (a:TrashedAsset) WHERE a.price IS NOT NULL AND a.priceAmount IS NULL CALL { WITH a SET a.priceAmount = toFloat(a.price) } IN TRANSACTIONS OF 10000 ROWS;

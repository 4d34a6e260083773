// Assets, places and what they are described with. Community has no existence constraints: what must
// be there is the domain's own rule. Composite uniqueness it has.
CREATE CONSTRAINT company_id IF NOT EXISTS FOR (n:Company) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT company_name IF NOT EXISTS FOR (n:Company) REQUIRE n.nameKey IS UNIQUE;
CREATE CONSTRAINT location_id IF NOT EXISTS FOR (n:Location) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT location_code IF NOT EXISTS FOR (n:Location) REQUIRE (n.companyId, n.code) IS UNIQUE;
CREATE INDEX location_name IF NOT EXISTS FOR (n:Location) ON (n.nameKey, n.id);
CREATE TEXT INDEX location_search IF NOT EXISTS FOR (n:Location) ON (n.searchText);
CREATE CONSTRAINT category_id IF NOT EXISTS FOR (n:Category) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT category_name IF NOT EXISTS FOR (n:Category) REQUIRE n.nameKey IS UNIQUE;
CREATE CONSTRAINT manufacturer_id IF NOT EXISTS FOR (n:Manufacturer) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT manufacturer_name IF NOT EXISTS FOR (n:Manufacturer) REQUIRE n.nameKey IS UNIQUE;
CREATE CONSTRAINT model_id IF NOT EXISTS FOR (n:AssetModel) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT model_name IF NOT EXISTS FOR (n:AssetModel) REQUIRE (n.manufacturerId, n.nameKey) IS UNIQUE;
CREATE INDEX model_order IF NOT EXISTS FOR (n:AssetModel) ON (n.nameKey, n.id);
CREATE CONSTRAINT asset_id IF NOT EXISTS FOR (n:Asset) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT asset_tag IF NOT EXISTS FOR (n:Asset) REQUIRE (n.companyId, n.tag) IS UNIQUE;
CREATE INDEX asset_by_tag IF NOT EXISTS FOR (n:Asset) ON (n.tag, n.id);
CREATE INDEX asset_by_name IF NOT EXISTS FOR (n:Asset) ON (n.name, n.id);
CREATE INDEX asset_by_updated IF NOT EXISTS FOR (n:Asset) ON (n.updatedAt, n.id);
CREATE INDEX asset_by_created IF NOT EXISTS FOR (n:Asset) ON (n.createdAt, n.id);
CREATE INDEX asset_by_status IF NOT EXISTS FOR (n:Asset) ON (n.status, n.id);
CREATE INDEX asset_serial IF NOT EXISTS FOR (n:Asset) ON (n.serial);
CREATE INDEX asset_model IF NOT EXISTS FOR (n:Asset) ON (n.modelId);
CREATE INDEX asset_place IF NOT EXISTS FOR (n:Asset) ON (n.rootLocationId);
CREATE INDEX asset_due IF NOT EXISTS FOR (n:Asset) ON (n.due);
CREATE FULLTEXT INDEX asset_words IF NOT EXISTS FOR (n:Asset) ON EACH [n.searchText]
  OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-no-stop-words'}};
CREATE TEXT INDEX asset_parts IF NOT EXISTS FOR (n:Asset) ON (n.searchText);
CREATE CONSTRAINT trashed_asset_id IF NOT EXISTS FOR (n:TrashedAsset) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT event_order IF NOT EXISTS FOR (n:Event) REQUIRE (n.subjectId, n.seq) IS UNIQUE;
CREATE INDEX event_at IF NOT EXISTS FOR (n:Event) ON (n.at);
CREATE CONSTRAINT placement_id IF NOT EXISTS FOR (n:Placement) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT custody_id IF NOT EXISTS FOR (n:Custody) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT tree_lock IF NOT EXISTS FOR (n:TreeLock) REQUIRE (n.kind, n.companyId) IS UNIQUE;
CREATE CONSTRAINT tag_counter IF NOT EXISTS FOR (n:TagCounter) REQUIRE n.companyId IS UNIQUE;

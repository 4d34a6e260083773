// Suppliers. What assets still have of them as a text is taken over when an instance starts.
CREATE CONSTRAINT supplier_id IF NOT EXISTS FOR (n:Supplier) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT supplier_name IF NOT EXISTS FOR (n:Supplier) REQUIRE n.nameKey IS UNIQUE;
CREATE INDEX asset_supplier IF NOT EXISTS FOR (n:Asset) ON (n.supplierId);
CREATE INDEX asset_supplier_text IF NOT EXISTS FOR (n:Asset) ON (n.supplier);
CREATE INDEX trashed_supplier_text IF NOT EXISTS FOR (n:TrashedAsset) ON (n.supplier);

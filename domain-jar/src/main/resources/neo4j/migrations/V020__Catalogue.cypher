// Suppliers. What assets still have of them as a text is taken over when an instance starts.
CREATE CONSTRAINT supplier_id IF NOT EXISTS FOR (n:Supplier) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT supplier_name IF NOT EXISTS FOR (n:Supplier) REQUIRE n.nameKey IS UNIQUE;
CREATE INDEX asset_supplier IF NOT EXISTS FOR (n:Asset) ON (n.supplierId);
CREATE INDEX asset_supplier_text IF NOT EXISTS FOR (n:Asset) ON (n.supplier);
CREATE INDEX trashed_supplier_text IF NOT EXISTS FOR (n:TrashedAsset) ON (n.supplier);
// Custom fields, and the values that only one asset may have.
CREATE CONSTRAINT custom_field_id IF NOT EXISTS FOR (n:CustomField) REQUIRE n.id IS UNIQUE;
CREATE INDEX custom_field_name IF NOT EXISTS FOR (n:CustomField) ON (n.nameKey, n.id);
CREATE CONSTRAINT unique_value IF NOT EXISTS FOR (n:UniqueValue) REQUIRE (n.fieldId, n.value) IS UNIQUE;
// Batches, by number within their supplier.
CREATE CONSTRAINT batch_id IF NOT EXISTS FOR (n:Batch) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT batch_name IF NOT EXISTS FOR (n:Batch) REQUIRE (n.supplierId, n.nameKey) IS UNIQUE;
CREATE INDEX batch_order IF NOT EXISTS FOR (n:Batch) ON (n.nameKey, n.id);

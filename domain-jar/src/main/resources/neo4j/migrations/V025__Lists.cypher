// Views: a name once among somebody's own.
CREATE CONSTRAINT saved_view_id IF NOT EXISTS FOR (n:SavedView) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT saved_view_name IF NOT EXISTS
  FOR (n:SavedView) REQUIRE (n.ownerId, n.nameKey) IS UNIQUE;
CREATE INDEX saved_view_shared IF NOT EXISTS FOR (n:SavedView) ON (n.shared);

// Runs over many assets, and what became of each.
CREATE CONSTRAINT bulk_run_id IF NOT EXISTS FOR (n:BulkRun) REQUIRE n.id IS UNIQUE;
CREATE INDEX bulk_run_finished IF NOT EXISTS FOR (n:BulkRun) ON (n.finishedAt);
CREATE CONSTRAINT bulk_item_seq IF NOT EXISTS FOR (n:BulkItem) REQUIRE (n.runId, n.seq) IS UNIQUE;

// The trash, the latest first; a company with something in it stays.
CREATE INDEX trashed_at IF NOT EXISTS FOR (n:TrashedAsset) ON (n.trashedAt, n.id);
CREATE INDEX trashed_company IF NOT EXISTS FOR (n:TrashedAsset) ON (n.companyId);

// Views: a name once among somebody's own.
CREATE CONSTRAINT saved_view_id IF NOT EXISTS FOR (n:SavedView) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT saved_view_name IF NOT EXISTS
  FOR (n:SavedView) REQUIRE (n.ownerId, n.nameKey) IS UNIQUE;
CREATE INDEX saved_view_shared IF NOT EXISTS FOR (n:SavedView) ON (n.shared);

// The trash, the latest first; a company with something in it stays.
CREATE INDEX trashed_at IF NOT EXISTS FOR (n:TrashedAsset) ON (n.trashedAt, n.id);
CREATE INDEX trashed_company IF NOT EXISTS FOR (n:TrashedAsset) ON (n.companyId);

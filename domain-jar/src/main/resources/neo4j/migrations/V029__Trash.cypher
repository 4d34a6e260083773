// The trash, the latest first; a company with something in it stays.
CREATE INDEX trashed_at IF NOT EXISTS FOR (n:TrashedAsset) ON (n.trashedAt, n.id);
CREATE INDEX trashed_company IF NOT EXISTS FOR (n:TrashedAsset) ON (n.companyId);

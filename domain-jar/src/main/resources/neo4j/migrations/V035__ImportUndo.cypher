// What becomes of the places within a place, or of the kits around a kit, while an import is taken back.
CREATE INDEX bulk_item_subject IF NOT EXISTS FOR (n:BulkItem) ON (n.runId, n.subjectId);

// Rows of an import that wait for a row further down; locations by code alone, where a row names no company.
CREATE CONSTRAINT import_aside IF NOT EXISTS FOR (n:ImportAside) REQUIRE (n.runId, n.line) IS UNIQUE;
CREATE INDEX location_by_code IF NOT EXISTS FOR (n:Location) ON (n.code);

// Jobs on their way to Redis, import runs, and answers kept for repeated requests.
CREATE CONSTRAINT outbox_id IF NOT EXISTS FOR (n:Outbox) REQUIRE n.id IS UNIQUE;
CREATE INDEX outbox_due IF NOT EXISTS FOR (n:Outbox) ON (n.relayAfter);
CREATE CONSTRAINT import_id IF NOT EXISTS FOR (n:ImportRun) REQUIRE n.id IS UNIQUE;
CREATE INDEX import_created IF NOT EXISTS FOR (n:ImportRun) ON (n.createdAt);
CREATE CONSTRAINT import_error_id IF NOT EXISTS FOR (n:ImportError) REQUIRE (n.runId, n.seq) IS UNIQUE;
CREATE CONSTRAINT idempotency_key IF NOT EXISTS FOR (n:IdempotencyKey) REQUIRE n.key IS UNIQUE;
CREATE INDEX idempotency_expires IF NOT EXISTS FOR (n:IdempotencyKey) ON (n.expiresAt);

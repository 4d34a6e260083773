// What anybody may report, and how often.
CREATE CONSTRAINT fault_report_id IF NOT EXISTS FOR (n:FaultReport) REQUIRE n.id IS UNIQUE;
CREATE INDEX fault_report_state IF NOT EXISTS FOR (n:FaultReport) ON (n.state, n.id);
CREATE CONSTRAINT report_limit_key IF NOT EXISTS FOR (n:ReportLimit) REQUIRE n.key IS UNIQUE;
CREATE INDEX report_limit_until IF NOT EXISTS FOR (n:ReportLimit) ON (n.until);

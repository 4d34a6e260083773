// Fault reports of which those in charge have not been told, and when whom to tell next.
CREATE INDEX fault_report_untold IF NOT EXISTS FOR (n:FaultReport) ON (n.untold);
CREATE INDEX user_faults_due IF NOT EXISTS FOR (n:User) ON (n.faultsDueAt);

// What an administrator has changed about the schedules, what was reminded of, and what the reminders look for.
CREATE CONSTRAINT job_schedule_name IF NOT EXISTS FOR (n:JobSchedule) REQUIRE n.name IS UNIQUE;
CREATE CONSTRAINT reminder_key IF NOT EXISTS FOR (n:Reminder) REQUIRE n.key IS UNIQUE;
CREATE INDEX reminder_batch IF NOT EXISTS FOR (n:Reminder) ON (n.batch);
CREATE INDEX reminder_at IF NOT EXISTS FOR (n:Reminder) ON (n.at);
CREATE INDEX asset_warranty IF NOT EXISTS FOR (n:Asset) ON (n.warrantyUntil);
CREATE INDEX import_object IF NOT EXISTS FOR (n:ImportRun) ON (n.object);
CREATE INDEX link_expires IF NOT EXISTS FOR (n:MailLink) ON (n.expiresAt);
CREATE INDEX lockout_last IF NOT EXISTS FOR (n:Lockout) ON (n.last);

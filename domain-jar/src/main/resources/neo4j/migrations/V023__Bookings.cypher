// Bookings. Lists go by their beginning, alone or of one person; who asks what is free walks the live
// edges RESERVES and REQUESTS of an asset or a model, and the calendar of everything finds those of
// a period by their ends.
CREATE CONSTRAINT booking_id IF NOT EXISTS FOR (n:Booking) REQUIRE n.id IS UNIQUE;
CREATE INDEX booking_by_from IF NOT EXISTS FOR (n:Booking) ON (n.from, n.id);
CREATE INDEX booking_by_end IF NOT EXISTS FOR (n:Booking) ON (n.to);
CREATE INDEX booking_by_person IF NOT EXISTS FOR (n:Booking) ON (n.personId, n.from);
CREATE INDEX booking_by_maker IF NOT EXISTS FOR (n:Booking) ON (n.bookedById, n.from);
CREATE INDEX reserves_end IF NOT EXISTS FOR ()-[r:RESERVES]-() ON (r.busyTo);
CREATE INDEX requests_end IF NOT EXISTS FOR ()-[r:REQUESTS]-() ON (r.busyTo);
CREATE CONSTRAINT booking_policy_id IF NOT EXISTS FOR (n:BookingPolicy) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT calendar_feed_person IF NOT EXISTS FOR (n:CalendarFeed) REQUIRE n.personId IS UNIQUE;
CREATE CONSTRAINT calendar_feed_hash IF NOT EXISTS FOR (n:CalendarFeed) REQUIRE n.hash IS UNIQUE;
CREATE INDEX booking_series IF NOT EXISTS FOR (n:Booking) ON (n.seriesId);

// People, those of them who sign in, their sessions and the single-use links that are mailed to them.
CREATE CONSTRAINT person_id IF NOT EXISTS FOR (n:Person) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT user_email IF NOT EXISTS FOR (n:User) REQUIRE n.email IS UNIQUE;
CREATE CONSTRAINT session_jti IF NOT EXISTS FOR (n:Session) REQUIRE n.jti IS UNIQUE;
CREATE INDEX session_expires IF NOT EXISTS FOR (n:Session) ON (n.expiresAt);
CREATE CONSTRAINT link_hash IF NOT EXISTS FOR (n:MailLink) REQUIRE n.hash IS UNIQUE;
CREATE CONSTRAINT lockout_key IF NOT EXISTS FOR (n:Lockout) REQUIRE n.key IS UNIQUE;
CREATE INDEX person_name IF NOT EXISTS FOR (n:Person) ON (n.nameKey, n.id);
CREATE TEXT INDEX person_search IF NOT EXISTS FOR (n:Person) ON (n.searchText);

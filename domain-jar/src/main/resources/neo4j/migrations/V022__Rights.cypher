// Roles over parts of the equipment, and tokens for programs.
CREATE CONSTRAINT grant_id IF NOT EXISTS FOR (n:Grant) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT api_token_jti IF NOT EXISTS FOR (n:ApiToken) REQUIRE n.jti IS UNIQUE;
CREATE INDEX api_token_expires IF NOT EXISTS FOR (n:ApiToken) ON (n.expiresAt);

// Kits, by name; whoever changes one locks the tree of kits first.
CREATE CONSTRAINT kit_id IF NOT EXISTS FOR (n:Kit) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT kit_name IF NOT EXISTS FOR (n:Kit) REQUIRE n.nameKey IS UNIQUE;

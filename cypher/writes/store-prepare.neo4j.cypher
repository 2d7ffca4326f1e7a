// Makes sure that one node stands for the store, however many writers begin at once. The embedded store locks a file.
// parameters: none
// rows: none
CREATE CONSTRAINT meta_id IF NOT EXISTS FOR (m:StoreMeta) REQUIRE m.id IS UNIQUE;

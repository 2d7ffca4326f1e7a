// People are found by their name in lower case, relations by their id. The embedded engine indexes no relationships.
CREATE INDEX author_name IF NOT EXISTS FOR (n:Author) ON (n.nameKey);
CREATE INDEX disagrees_with_id IF NOT EXISTS FOR ()-[r:DISAGREES_WITH]-() ON (r.id);
CREATE INDEX refines_id IF NOT EXISTS FOR ()-[r:REFINES]-() ON (r.id);
CREATE INDEX responds_to_id IF NOT EXISTS FOR ()-[r:RESPONDS_TO]-() ON (r.id);
CREATE INDEX supports_id IF NOT EXISTS FOR ()-[r:SUPPORTS]-() ON (r.id);
MATCH (n:Author) WHERE n.nameKey IS NULL SET n.nameKey = toLower(n.name);

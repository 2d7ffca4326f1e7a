// People are found by their name in lower case.
CREATE INDEX author_name IF NOT EXISTS FOR (n:Author) ON (n.nameKey);
MATCH (n:Author) WHERE n.nameKey IS NULL SET n.nameKey = toLower(n.name);

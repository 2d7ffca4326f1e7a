// A page of the ids of Concept nodes.
// parameters: $after, $limit
// rows: id
MATCH (n:Concept)
WHERE n.id > $after AND n.prefLabel IS NOT NULL
RETURN n.id AS id ORDER BY id LIMIT $limit

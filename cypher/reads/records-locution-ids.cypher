// A page of the ids of Locution nodes.
// parameters: $after, $limit
// rows: id
MATCH (n:Locution)
WHERE n.id > $after
RETURN n.id AS id ORDER BY id LIMIT $limit

// A page of the ids of Thread nodes.
// parameters: $after, $limit
// rows: id
MATCH (n:Thread)
WHERE n.id > $after
RETURN n.id AS id ORDER BY id LIMIT $limit

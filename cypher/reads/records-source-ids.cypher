// A page of the ids of Source nodes.
// parameters: $after, $limit
// rows: id
MATCH (n:Source)
WHERE n.id > $after
RETURN n.id AS id ORDER BY id LIMIT $limit

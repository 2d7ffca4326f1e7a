// A page of the ids of Comment nodes.
// parameters: $after, $limit
// rows: id
MATCH (n:Comment)
WHERE n.id > $after
RETURN n.id AS id ORDER BY id LIMIT $limit

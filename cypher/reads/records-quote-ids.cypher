// A page of the ids of Quote nodes.
// parameters: $after, $limit
// rows: id
MATCH (n:Quote)
WHERE n.id > $after
RETURN n.id AS id ORDER BY id LIMIT $limit

// A page of the ids of Author nodes.
// parameters: $after, $limit
// rows: id
MATCH (n:Author)
WHERE n.id > $after
RETURN n.id AS id ORDER BY id LIMIT $limit

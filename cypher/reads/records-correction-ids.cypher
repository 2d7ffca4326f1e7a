// A page of the ids of Correction nodes.
// parameters: $after, $limit
// rows: id
MATCH (n:Correction)
WHERE n.id > $after
RETURN n.id AS id ORDER BY id LIMIT $limit

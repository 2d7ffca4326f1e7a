// A page of the ids of Claim nodes.
// parameters: $after, $limit
// rows: id
MATCH (n:Claim)
WHERE n.id > $after
RETURN n.id AS id ORDER BY id LIMIT $limit

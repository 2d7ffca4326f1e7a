// Comment nodes by id.
// parameters: $ids
// rows: comment
UNWIND $ids AS id
MATCH (n:Comment {id: id})
RETURN properties(n) AS comment ORDER BY n.id

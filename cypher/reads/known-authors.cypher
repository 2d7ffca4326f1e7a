// Author nodes by id.
// parameters: $ids
// rows: author
UNWIND $ids AS id
MATCH (n:Author {id: id})
RETURN properties(n) AS author ORDER BY n.id

// The texts of comments.
// parameters: $ids
// rows: version
UNWIND $ids AS id
MATCH (c:Comment {id: id})-[:HAS_VERSION]->(v:Version)
RETURN properties(v) AS version ORDER BY c.id, v.id

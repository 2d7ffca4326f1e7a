// The quotes of comments.
// parameters: $ids
// rows: quote
UNWIND $ids AS id
MATCH (c:Comment {id: id})-[:HAS_QUOTE]->(q:Quote)
RETURN properties(q) AS quote ORDER BY q.id

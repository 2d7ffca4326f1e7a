// The thread of a comment.
// parameters: $id, of a comment
// rows: id, title
MATCH (:Comment {id: $id})-[:IN_THREAD]->(t:Thread)
RETURN t.id AS id, t.title AS title
ORDER BY id

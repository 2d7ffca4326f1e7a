// The locutions of comments, in reading order.
// parameters: $ids
// rows: locution
UNWIND $ids AS id
MATCH (c:Comment {id: id})-[:HAS]->(l:Locution)
RETURN properties(l) AS locution ORDER BY c.id, l.start, l.id

// Where comments speak of concepts.
// parameters: $ids
// rows: properties, commentId, conceptId
UNWIND $ids AS id
MATCH (c:Comment {id: id})-[m:MENTIONS]->(k:Concept)
RETURN properties(m) AS properties, c.id AS commentId, k.id AS conceptId ORDER BY m.id

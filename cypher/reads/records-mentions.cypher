// Where concepts are spoken of.
// parameters: $ids
// rows: properties, commentId, conceptId
UNWIND $ids AS id
MATCH (k:Concept {id: id})<-[m:MENTIONS]-(c:Comment)
RETURN properties(m) AS properties, c.id AS commentId, k.id AS conceptId ORDER BY m.id

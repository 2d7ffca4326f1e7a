// Saves where comments speak of concepts.
// parameters: $rows, a list of {id, commentId, conceptId, properties}
// rows: missing, an end that is not stored; any such row fails the change
UNWIND $rows AS row
WITH row WHERE row.commentId IS NOT NULL AND NOT EXISTS { MATCH (n:Comment {id: row.commentId}) }
RETURN DISTINCT 'comment ' + row.commentId AS missing ORDER BY missing LIMIT 5;
UNWIND $rows AS row
WITH row WHERE row.conceptId IS NOT NULL AND NOT EXISTS { MATCH (n:Concept {id: row.conceptId}) }
RETURN DISTINCT 'concept ' + row.conceptId AS missing ORDER BY missing LIMIT 5;
UNWIND $rows AS row
MATCH (c:Comment {id: row.commentId})-[m:MENTIONS]->(k:Concept)
WHERE m.id = row.id AND k.id <> row.conceptId
DELETE m;
UNWIND $rows AS row
MATCH (c:Comment {id: row.commentId}) MATCH (k:Concept {id: row.conceptId})
MERGE (c)-[m:MENTIONS {id: row.id}]->(k)
SET m += row.properties;

// Saves quotes, and for those whose source is known which comment quotes which.
// parameters: $rows, a list of {id, commentId, sourceComment, properties, link}
// rows: missing, an end that is not stored; any such row fails the change
UNWIND $rows AS row
WITH row WHERE row.commentId IS NOT NULL AND NOT EXISTS { MATCH (n:Comment {id: row.commentId}) }
RETURN DISTINCT 'comment ' + row.commentId AS missing ORDER BY missing LIMIT 5;
UNWIND $rows AS row
WITH row WHERE row.sourceComment IS NOT NULL AND NOT EXISTS { MATCH (n:Comment {id: row.sourceComment}) }
RETURN DISTINCT 'comment ' + row.sourceComment AS missing ORDER BY missing LIMIT 5;
UNWIND $rows AS row
MATCH (c:Comment {id: row.commentId})
MERGE (q:Quote {id: row.id})
SET q += row.properties
MERGE (c)-[:HAS_QUOTE]->(q);
UNWIND $rows AS row
MATCH (c:Comment {id: row.commentId})-[r:QUOTES]->(s:Comment)
WHERE r.id = row.id AND (row.sourceComment IS NULL OR s.id <> row.sourceComment)
DELETE r;
UNWIND $rows AS row
MATCH (c:Comment {id: row.commentId}) MATCH (s:Comment {id: row.sourceComment})
MERGE (c)-[r:QUOTES {id: row.id}]->(s)
SET r += row.link;

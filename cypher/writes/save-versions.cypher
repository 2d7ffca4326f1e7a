// Saves the texts of comments. A version is known by its comment and its own id: two comments may say the same.
// parameters: $rows, a list of {key, commentId, properties}
// rows: missing, an end that is not stored; any such row fails the change
UNWIND $rows AS row
WITH row WHERE row.commentId IS NOT NULL AND NOT EXISTS { MATCH (n:Comment {id: row.commentId}) }
RETURN DISTINCT 'comment ' + row.commentId AS missing ORDER BY missing LIMIT 5;
UNWIND $rows AS row
MATCH (c:Comment {id: row.commentId})
MERGE (v:Version {key: row.key})
SET v += row.properties
MERGE (c)-[:HAS_VERSION]->(v);

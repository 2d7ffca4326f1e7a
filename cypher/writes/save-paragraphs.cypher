// Saves the keys of the paragraphs of comments: those given and no others.
// parameters: $rows, a list of {commentId, keys}
// rows: missing, an end that is not stored; any such row fails the change
UNWIND $rows AS row
WITH row WHERE row.commentId IS NOT NULL AND NOT EXISTS { MATCH (n:Comment {id: row.commentId}) }
RETURN DISTINCT 'comment ' + row.commentId AS missing ORDER BY missing LIMIT 5;
UNWIND $rows AS row
MATCH (c:Comment {id: row.commentId})-[h:HAS_PARAGRAPH]->(p:Paragraph)
WHERE NOT p.key IN row.keys
DELETE h;
UNWIND $rows AS row
UNWIND row.keys AS key
MATCH (c:Comment {id: row.commentId})
MERGE (p:Paragraph {key: key})
MERGE (c)-[:HAS_PARAGRAPH]->(p);

// Takes away the keys of the paragraphs of comments, and then those of them that no comment holds.
// parameters: $rows, a list of {commentId}
// rows: none
// The keys are remembered on the comment while the relationships go.
UNWIND $rows AS row
MATCH (c:Comment {id: row.commentId})-[:HAS_PARAGRAPH]->(p:Paragraph)
WITH c, collect(DISTINCT p.key) AS keys
SET c.formerParagraphs = keys;
UNWIND $rows AS row
MATCH (:Comment {id: row.commentId})-[h:HAS_PARAGRAPH]->(:Paragraph)
DELETE h;
UNWIND $rows AS row
MATCH (c:Comment {id: row.commentId})
UNWIND c.formerParagraphs AS key
MATCH (p:Paragraph {key: key})
WHERE NOT EXISTS { MATCH (p)<-[:HAS_PARAGRAPH]-(:Comment) }
WITH DISTINCT p
DETACH DELETE p;
UNWIND $rows AS row
MATCH (c:Comment {id: row.commentId}) SET c.formerParagraphs = null;

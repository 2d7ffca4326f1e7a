// Takes away the keys of the paragraphs of comments, and then those that no comment holds.
// parameters: $rows, a list of {commentId}
// rows: none
UNWIND $rows AS row
MATCH (:Comment {id: row.commentId})-[h:HAS_PARAGRAPH]->(:Paragraph)
DELETE h;
MATCH (p:Paragraph)
WHERE NOT EXISTS { MATCH (p)<-[:HAS_PARAGRAPH]-(:Comment) }
DETACH DELETE p;

// Takes away the quotes of comments.
// parameters: $rows, a list of {commentId}
// rows: none
UNWIND $rows AS row
MATCH (:Comment {id: row.commentId})-[r:QUOTES]->(:Comment)
DELETE r;
UNWIND $rows AS row
MATCH (:Comment {id: row.commentId})-[:HAS_QUOTE]->(q:Quote)
WITH DISTINCT q
DETACH DELETE q;

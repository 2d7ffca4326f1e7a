// Takes away mentions, each from the comment that it stands in.
// parameters: $rows, a list of {id, commentId}
// rows: none
UNWIND $rows AS row
MATCH (:Comment {id: row.commentId})-[m:MENTIONS]->(:Concept)
WHERE m.id = row.id
DELETE m;

// Marks comments for a new extraction and takes nothing away.
// parameters: $rows, a list of {commentId}
// rows: none
UNWIND $rows AS row
MATCH (c:Comment {id: row.commentId}) SET c.fingerprint = null;

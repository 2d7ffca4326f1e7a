// Marks comments for a new extraction by every layer that read them, and takes nothing away.
// parameters: $rows, a list of {commentId}
// rows: none
UNWIND $rows AS row
MATCH (c:Comment {id: row.commentId})
SET c.fingerprints = [one IN c.fingerprints | split(one, '@')[0] + '@'];

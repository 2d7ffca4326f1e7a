// Takes away texts of comments.
// parameters: $rows, a list of {key}, the comment's id and the version's
// rows: none
UNWIND $rows AS row
MATCH (v:Version {key: row.key})
WITH DISTINCT v
DETACH DELETE v;

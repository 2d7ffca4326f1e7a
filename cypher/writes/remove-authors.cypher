// Takes away people with their stances. What they wrote stays, without an author.
// parameters: $rows, a list of {id}
// rows: none
UNWIND $rows AS row
MATCH (a:Author {id: row.id})
WITH DISTINCT a
DETACH DELETE a;

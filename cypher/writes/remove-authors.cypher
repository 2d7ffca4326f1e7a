// Takes away people with their stances and with what was said of who they are. What they wrote stays, without an author.
// parameters: $rows, a list of {id}
// rows: none
UNWIND $rows AS row
MATCH (n:Correction {targetKind: 'author'})
WHERE n.targetId = row.id OR n.value = row.id
WITH DISTINCT n
DETACH DELETE n;
UNWIND $rows AS row
MATCH (a:Author {id: row.id})
WITH DISTINCT a
DETACH DELETE a;

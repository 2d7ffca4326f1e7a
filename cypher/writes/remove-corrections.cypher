// Takes away people's corrections.
// parameters: $rows, a list of {id}
// rows: none
UNWIND $rows AS row
MATCH (n:Correction {id: row.id})
WITH DISTINCT n
DETACH DELETE n;

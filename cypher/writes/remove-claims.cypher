// Takes away claims that nobody states any more.
// parameters: $rows, a list of {id}
// rows: none
UNWIND $rows AS row
MATCH (k:Claim {id: row.id})
WHERE NOT EXISTS { MATCH (k)<-[:STATES]-(:Locution) }
WITH DISTINCT k
DETACH DELETE k;

// Takes away concepts with their mentions and all that is about them.
// parameters: $rows, a list of {id}
// rows: none
UNWIND $rows AS row
MATCH (k:Concept {id: row.id})
WITH DISTINCT k
DETACH DELETE k;

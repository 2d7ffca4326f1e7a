// Takes away threads.
// parameters: $rows, a list of {id}
// rows: none
UNWIND $rows AS row
MATCH (t:Thread {id: row.id})
WITH DISTINCT t
DETACH DELETE t;

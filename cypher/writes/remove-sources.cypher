// Takes away inputs. What they brought stays.
// parameters: $rows, a list of {id}
// rows: none
UNWIND $rows AS row
MATCH (s:Source {id: row.id})
WITH DISTINCT s
DETACH DELETE s;

// Saves claims.
// parameters: $rows, a list of {id, properties}
// rows: none
UNWIND $rows AS row
MERGE (n:Claim {id: row.id}) SET n += row.properties;

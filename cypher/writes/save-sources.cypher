// Saves inputs.
// parameters: $rows, a list of {id, properties}
// rows: none
UNWIND $rows AS row
MERGE (n:Source {id: row.id}) SET n += row.properties;

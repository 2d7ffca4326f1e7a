// Saves people's corrections.
// parameters: $rows, a list of {id, properties}
// rows: none
UNWIND $rows AS row
MERGE (n:Correction {id: row.id}) SET n += row.properties;

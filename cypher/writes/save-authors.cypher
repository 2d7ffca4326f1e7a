// Saves people.
// parameters: $rows, a list of {id, properties}
// rows: none
UNWIND $rows AS row
MERGE (n:Author {id: row.id}) SET n += row.properties;

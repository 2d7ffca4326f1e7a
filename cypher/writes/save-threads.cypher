// Saves threads.
// parameters: $rows, a list of {id, properties}
// rows: none
UNWIND $rows AS row
MERGE (n:Thread {id: row.id}) SET n += row.properties;

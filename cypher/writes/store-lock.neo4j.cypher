// Locks the node that stands for the store until the transaction ends, then reads it with the server's clock in
// milliseconds. The embedded store locks a file.
// parameters: none
// rows: meta, now
MERGE (m:StoreMeta {id: 'store'}) SET m.engine = 'neo4j';
MATCH (m:StoreMeta {id: 'store'})
RETURN properties(m) AS meta, timestamp() AS now;

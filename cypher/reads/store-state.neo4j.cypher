// The node that stands for the store, with the server's clock in milliseconds. The embedded store keeps its writer in a file.
// parameters: none
// rows: meta, now
MATCH (m:StoreMeta {id: 'store'})
RETURN properties(m) AS meta, timestamp() AS now

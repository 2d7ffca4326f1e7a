// Up to where the graph has applied its journal, and the number of its last migration.
// parameters: none
// rows: meta
MATCH (m:StoreMeta {id: 'store'})
RETURN properties(m) AS meta

// Notes up to where the graph has applied its journal.
// parameters: $properties, a map with generation, offset, sum and perhaps schema
// rows: none
MERGE (m:StoreMeta {id: 'store'}) SET m += $properties;

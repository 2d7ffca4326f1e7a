// Writes to the node that stands for the store, and lets the lease of its writer end so much later than now.
// parameters: $properties, $leaseMs
// rows: none
MATCH (m:StoreMeta {id: 'store'})
SET m += $properties, m.leaseEnds = timestamp() + $leaseMs;

// Waits until the indexes can be used. Those of the embedded engine can at once.
// parameters: $seconds
// rows: none
CALL db.awaitIndexes($seconds)

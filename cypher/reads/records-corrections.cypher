// Correction nodes by id.
// parameters: $ids
// rows: correction
UNWIND $ids AS id
MATCH (n:Correction {id: id})
RETURN properties(n) AS correction ORDER BY n.id

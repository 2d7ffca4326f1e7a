// Concepts, the most salient first.
// parameters: $limit
// rows: id
MATCH (k:Concept)
WHERE k.prefLabel IS NOT NULL
RETURN k.id AS id, k.salience AS salience
ORDER BY salience DESC, id
LIMIT $limit

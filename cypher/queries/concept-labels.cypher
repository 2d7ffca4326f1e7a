// Concepts with their labels, the most salient first.
// parameters: $ids, of concepts
// rows: id, label, labels, salience
UNWIND $ids AS conceptId
MATCH (k:Concept {id: conceptId})
WHERE k.prefLabel IS NOT NULL
RETURN k.id AS id, k.prefLabel AS label, k.labels AS labels, k.salience AS salience
ORDER BY salience DESC, id

// Concepts with how many claims are about them.
// parameters: $ids, of concepts
// rows: id, label, altLabels, labels, salience, claims
UNWIND $ids AS conceptId
MATCH (k:Concept {id: conceptId})
WHERE k.prefLabel IS NOT NULL
RETURN k.id AS id, k.prefLabel AS label, k.altLabels AS altLabels, k.labels AS labels, k.salience AS salience,
  COUNT { (k)<-[:ABOUT]-() } AS claims
ORDER BY id

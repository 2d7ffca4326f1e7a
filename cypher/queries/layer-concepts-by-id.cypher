// Concepts with how many claims of a view are about them.
// parameters: $ids, of concepts; $others, the layers left out; $rejectedClaims
// rows: id, label, altLabels, labels, salience, claims
UNWIND $ids AS conceptId
MATCH (k:Concept {id: conceptId})
WHERE k.prefLabel IS NOT NULL
OPTIONAL MATCH (k)<-[:ABOUT]-(c:Claim)<-[:STATES]-(l:Locution)
WHERE NOT c.id IN $rejectedClaims AND (l.extractors IS NULL OR any(one IN l.extractors WHERE NOT one IN $others))
WITH k, count(DISTINCT c) AS claims
RETURN k.id AS id, k.prefLabel AS label, k.altLabels AS altLabels, k.labels AS labels, k.salience AS salience,
  claims
ORDER BY id

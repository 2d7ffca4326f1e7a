// What claims are about, the most salient first.
// parameters: $ids, of claims
// rows: claimId, id, label, salience
UNWIND $ids AS claimId
MATCH (c:Claim {id: claimId})-[:ABOUT]->(k:Concept)
WHERE k.prefLabel IS NOT NULL
RETURN c.id AS claimId, k.id AS id, k.prefLabel AS label, k.salience AS salience
ORDER BY claimId, salience DESC, id

// What claims are about.
// parameters: $ids
// rows: claimId, conceptId
UNWIND $ids AS id
MATCH (k:Claim {id: id})-[:ABOUT]->(c:Concept)
RETURN k.id AS claimId, c.id AS conceptId ORDER BY claimId, conceptId

// Which of some claims a view has.
// parameters: $ids, of claims; $others, the layers left out; $rejectedClaims
// rows: id
UNWIND $ids AS claimId
MATCH (c:Claim {id: claimId})
WHERE NOT c.id IN $rejectedClaims AND EXISTS { MATCH (c)<-[:STATES]-(l:Locution) WHERE l.extractors IS NULL OR any(one IN l.extractors WHERE NOT one IN $others) }
RETURN c.id AS id ORDER BY id

// Which of some claims a view has, and some people state.
// parameters: $ids, of claims; $authorIds, who states them, or null; $others, the layers left out; $rejectedClaims
// rows: id
UNWIND $ids AS claimId
MATCH (c:Claim {id: claimId})
WHERE NOT c.id IN $rejectedClaims
  AND EXISTS { MATCH (c)<-[:STATES]-(l:Locution) WHERE ($authorIds IS NULL OR l.speaker IN $authorIds) AND (l.extractors IS NULL OR any(one IN l.extractors WHERE NOT one IN $others)) }
RETURN c.id AS id ORDER BY id

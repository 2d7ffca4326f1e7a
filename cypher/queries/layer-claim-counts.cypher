// Claims of a view with how much they are discussed.
// parameters: $ids, of claims; $others, the layers left out; $rejected, relations; $rejectedClaims
//   $least, the confidence from which a relation is drawn; $accepted, relations that are drawn whatever theirs
// rows: id, attacks (disagreements that end on it), relations (at either end)
UNWIND $ids AS claimId
MATCH (c:Claim {id: claimId})
WHERE NOT c.id IN $rejectedClaims AND EXISTS { MATCH (c)<-[:STATES]-(l:Locution) WHERE l.extractors IS NULL OR any(one IN l.extractors WHERE NOT one IN $others) }
RETURN c.id AS id,
  COUNT { MATCH (c)<-[r:DISAGREES_WITH]-(:Claim) WHERE NOT r.extractor IN $others AND NOT r.id IN $rejected
    AND (r.confidence >= $least OR r.method = 'edited' OR r.extractor = 'human' OR r.extractor STARTS WITH 'import:' OR r.id IN $accepted) } AS attacks,
  COUNT { MATCH (c)-[r:DISAGREES_WITH|REFINES|RESPONDS_TO|SUPPORTS]-(:Claim) WHERE NOT r.extractor IN $others AND NOT r.id IN $rejected
    AND (r.confidence >= $least OR r.method = 'edited' OR r.extractor = 'human' OR r.extractor STARTS WITH 'import:' OR r.id IN $accepted) } AS relations
ORDER BY id

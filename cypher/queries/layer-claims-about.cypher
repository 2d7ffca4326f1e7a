// Claims of a view about any of some concepts, the most discussed first.
// parameters: $ids, of concepts; $limit; $others, the layers left out; $rejected, relations; $rejectedClaims
//   $least, the confidence from which a relation is drawn; $accepted, relations that are drawn whatever theirs
// rows: id, relations
UNWIND $ids AS conceptId
MATCH (:Concept {id: conceptId})<-[:ABOUT]-(c:Claim)
WITH DISTINCT c
WHERE NOT c.id IN $rejectedClaims AND EXISTS { MATCH (c)<-[:STATES]-(l:Locution) WHERE l.extractors IS NULL OR any(one IN l.extractors WHERE NOT one IN $others) }
RETURN c.id AS id, COUNT { MATCH (c)-[r:DISAGREES_WITH|REFINES|RESPONDS_TO|SUPPORTS]-(:Claim) WHERE NOT r.extractor IN $others AND NOT r.id IN $rejected
    AND (r.confidence >= $least OR r.method = 'edited' OR r.extractor = 'human' OR r.extractor STARTS WITH 'import:' OR r.id IN $accepted) } AS relations
ORDER BY relations DESC, id
LIMIT $limit

// All claims of a view, the most discussed first. A condition that is null is left out.
// parameters: $type or null, of a relationship at either end; $limit; $others, the layers left out; $rejected, relations; $rejectedClaims
//   $least, the confidence from which a relation is drawn; $accepted, relations that are drawn whatever theirs
// rows: one, total and ids
MATCH (c:Claim)
WHERE NOT c.id IN $rejectedClaims AND EXISTS { MATCH (c)<-[:STATES]-(l:Locution) WHERE l.extractors IS NULL OR any(one IN l.extractors WHERE NOT one IN $others) }
  AND ($type IS NULL OR EXISTS { MATCH (c)-[r:DISAGREES_WITH|REFINES|RESPONDS_TO|SUPPORTS]-(:Claim) WHERE type(r) = $type AND NOT r.extractor IN $others AND NOT r.id IN $rejected
    AND (r.confidence >= $least OR r.method = 'edited' OR r.extractor = 'human' OR r.extractor STARTS WITH 'import:' OR r.id IN $accepted) })
WITH c, COUNT { MATCH (c)-[r:DISAGREES_WITH|REFINES|RESPONDS_TO|SUPPORTS]-(:Claim) WHERE NOT r.extractor IN $others AND NOT r.id IN $rejected
    AND (r.confidence >= $least OR r.method = 'edited' OR r.extractor = 'human' OR r.extractor STARTS WITH 'import:' OR r.id IN $accepted) } AS relations,
  COUNT { MATCH (c)<-[:STATES]-(l:Locution) WHERE l.extractors IS NULL OR any(one IN l.extractors WHERE NOT one IN $others) } AS locutions
ORDER BY relations DESC, locutions DESC, c.id
WITH collect(c.id) AS found
RETURN size(found) AS total, found[0..$limit] AS ids

// The claims of a view that some people made, the most discussed first.
// parameters: $ids, of authors; $limit; $others, the layers left out; $rejected, relations; $rejectedClaims
//   $least, the confidence from which a relation is drawn; $accepted, relations that are drawn whatever theirs
// rows: id, relations
UNWIND $ids AS authorId
MATCH (:Author {id: authorId})-[:SAID]->(l:Locution)-[:STATES]->(c:Claim)
WHERE (l.extractors IS NULL OR any(one IN l.extractors WHERE NOT one IN $others)) AND NOT c.id IN $rejectedClaims
WITH DISTINCT c
RETURN c.id AS id, COUNT { MATCH (c)-[r:DISAGREES_WITH|REFINES|RESPONDS_TO|SUPPORTS]-(:Claim) WHERE NOT r.extractor IN $others AND NOT r.id IN $rejected
    AND (r.confidence >= $least OR r.method = 'edited' OR r.extractor = 'human' OR r.extractor STARTS WITH 'import:' OR r.id IN $accepted) } AS relations
ORDER BY relations DESC, id
LIMIT $limit

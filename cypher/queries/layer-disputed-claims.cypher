// The claims of a view that most disagreements end on.
// parameters: $limit; $others, the layers left out; $rejected, relations
//   $least, the confidence from which a relation is drawn; $accepted, relations that are drawn whatever theirs
// rows: id, attacks, relations
MATCH (c:Claim)<-[r:DISAGREES_WITH]-(:Claim)
WHERE NOT r.extractor IN $others AND NOT r.id IN $rejected
    AND (r.confidence >= $least OR r.method = 'edited' OR r.extractor = 'human' OR r.extractor STARTS WITH 'import:' OR r.id IN $accepted)
WITH c, count(r) AS attacks
RETURN c.id AS id, attacks, COUNT { MATCH (c)-[q:DISAGREES_WITH|REFINES|RESPONDS_TO|SUPPORTS]-(:Claim) WHERE NOT q.extractor IN $others AND NOT q.id IN $rejected
    AND (q.confidence >= $least OR q.method = 'edited' OR q.extractor = 'human' OR q.extractor STARTS WITH 'import:' OR q.id IN $accepted) } AS relations
ORDER BY attacks DESC, relations DESC, id
LIMIT $limit

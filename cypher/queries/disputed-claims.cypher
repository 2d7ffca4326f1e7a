// The claims that most disagreements end on.
// parameters: $limit
//   $least, the confidence from which a relation is drawn; $accepted, relations that are drawn whatever theirs
// rows: id, attacks, relations
MATCH (c:Claim)<-[r:DISAGREES_WITH]-(:Claim)
WHERE (r.confidence >= $least OR r.method = 'edited' OR r.extractor = 'human' OR r.extractor STARTS WITH 'import:' OR r.id IN $accepted)
WITH c, count(r) AS attacks
RETURN c.id AS id, attacks, COUNT { MATCH (c)-[q:DISAGREES_WITH|REFINES|RESPONDS_TO|SUPPORTS]-()
    WHERE (q.confidence >= $least OR q.method = 'edited' OR q.extractor = 'human' OR q.extractor STARTS WITH 'import:' OR q.id IN $accepted) } AS relations
ORDER BY attacks DESC, relations DESC, id
LIMIT $limit

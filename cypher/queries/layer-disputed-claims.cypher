// The claims of a view that most disagreements end on.
// parameters: $limit; $others, the layers left out; $rejected, relations
// rows: id, attacks, relations
MATCH (c:Claim)<-[r:DISAGREES_WITH]-(:Claim)
WHERE NOT r.extractor IN $others AND NOT r.id IN $rejected
WITH c, count(r) AS attacks
RETURN c.id AS id, attacks, COUNT { MATCH (c)-[q:DISAGREES_WITH|REFINES|RESPONDS_TO|SUPPORTS]-(:Claim) WHERE NOT q.extractor IN $others AND NOT q.id IN $rejected } AS relations
ORDER BY attacks DESC, relations DESC, id
LIMIT $limit

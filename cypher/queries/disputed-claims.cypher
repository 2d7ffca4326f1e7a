// The claims that most disagreements end on.
// parameters: $limit
// rows: id, attacks, relations
MATCH (c:Claim)<-[r:DISAGREES_WITH]-(:Claim)
WITH c, count(r) AS attacks
RETURN c.id AS id, attacks, COUNT { (c)-[:DISAGREES_WITH|REFINES|RESPONDS_TO|SUPPORTS]-() } AS relations
ORDER BY attacks DESC, relations DESC, id
LIMIT $limit

// Claims that one of two layers states and the other does not, the most discussed first.
// parameters: $a, $b, ids of layers; $limit
// rows: id, isInA, relations
MATCH (c:Claim)
WITH c, COUNT { MATCH (c)<-[:STATES]-(l:Locution) WHERE $a IN l.extractors } AS ofA,
  COUNT { MATCH (c)<-[:STATES]-(l:Locution) WHERE $b IN l.extractors } AS ofB
WHERE (ofA > 0 AND ofB = 0) OR (ofA = 0 AND ofB > 0)
RETURN c.id AS id, ofA > 0 AS isInA, COUNT { (c)-[:DISAGREES_WITH|REFINES|RESPONDS_TO|SUPPORTS]-() } AS relations
ORDER BY relations DESC, id
LIMIT $limit

// Claims of some people, the most discussed first. A condition that is null is left out.
// parameters: $authorIds; $type or null, of a relationship at either end; $limit
// rows: one, total and ids
UNWIND $authorIds AS authorId
MATCH (:Author {id: authorId})-[:SAID]->(:Locution)-[:STATES]->(c:Claim)
WITH DISTINCT c
WHERE ($type IS NULL OR EXISTS { MATCH (c)-[r:DISAGREES_WITH|REFINES|RESPONDS_TO|SUPPORTS]-() WHERE type(r) = $type })
WITH c, COUNT { (c)-[:DISAGREES_WITH|REFINES|RESPONDS_TO|SUPPORTS]-() } AS relations,
  COUNT { (c)<-[:STATES]-() } AS locutions
ORDER BY relations DESC, locutions DESC, c.id
WITH collect(c.id) AS found
RETURN size(found) AS total, found[0..$limit] AS ids

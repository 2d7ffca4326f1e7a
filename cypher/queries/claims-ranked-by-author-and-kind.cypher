// Claims of some people at either end of relations of one kind, the most discussed first.
// parameters: $authorIds; $type, of a relationship; $limit
// rows: one, total and ids
UNWIND $authorIds AS authorId
MATCH (:Author {id: authorId})-[:SAID]->(:Locution)-[:STATES]->(c:Claim)
WITH DISTINCT c
WHERE EXISTS { MATCH (c)-[r:DISAGREES_WITH|REFINES|RESPONDS_TO|SUPPORTS]-() WHERE type(r) = $type }
WITH c, COUNT { (c)-[:DISAGREES_WITH|REFINES|RESPONDS_TO|SUPPORTS]-() } AS relations,
  COUNT { (c)<-[:STATES]-() } AS locutions
ORDER BY relations DESC, locutions DESC, c.id
WITH collect(c.id) AS found
RETURN size(found) AS total, found[0..$limit] AS ids

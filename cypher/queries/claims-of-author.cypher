// The claims of some people, the most discussed first.
// parameters: $ids, of authors; $limit
// rows: id, relations
UNWIND $ids AS authorId
MATCH (:Author {id: authorId})-[:SAID]->(:Locution)-[:STATES]->(c:Claim)
WITH DISTINCT c
RETURN c.id AS id, COUNT { (c)-[:DISAGREES_WITH|REFINES|RESPONDS_TO|SUPPORTS]-() } AS relations
ORDER BY relations DESC, id
LIMIT $limit

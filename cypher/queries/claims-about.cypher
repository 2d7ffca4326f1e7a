// Claims about any of some concepts, the most discussed first.
// parameters: $ids, of concepts; $limit
// rows: id, relations
UNWIND $ids AS conceptId
MATCH (:Concept {id: conceptId})<-[:ABOUT]-(c:Claim)
WITH DISTINCT c
RETURN c.id AS id, COUNT { (c)-[:DISAGREES_WITH|REFINES|RESPONDS_TO|SUPPORTS]-() } AS relations
ORDER BY relations DESC, id
LIMIT $limit

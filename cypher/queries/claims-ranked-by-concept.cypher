// Claims about any of some concepts, the most discussed first.
// parameters: $conceptIds; $limit
// rows: one, total and ids
UNWIND $conceptIds AS conceptId
MATCH (:Concept {id: conceptId})<-[:ABOUT]-(c:Claim)
WITH DISTINCT c
WITH c, COUNT { (c)-[:DISAGREES_WITH|REFINES|RESPONDS_TO|SUPPORTS]-() } AS relations,
  COUNT { (c)<-[:STATES]-() } AS locutions
ORDER BY relations DESC, locutions DESC, c.id
WITH collect(c.id) AS found
RETURN size(found) AS total, found[0..$limit] AS ids

// Claims of some people, the most discussed first.
// parameters: $authorIds; $limit
//   $least, the confidence from which a relation is drawn; $accepted, relations that are drawn whatever theirs
// rows: one, total and ids
UNWIND $authorIds AS authorId
MATCH (:Author {id: authorId})-[:SAID]->(:Locution)-[:STATES]->(c:Claim)
WITH DISTINCT c
WITH c, COUNT { MATCH (c)-[r:DISAGREES_WITH|REFINES|RESPONDS_TO|SUPPORTS]-()
    WHERE (r.confidence >= $least OR r.method = 'edited' OR r.extractor = 'human' OR r.extractor STARTS WITH 'import:' OR r.id IN $accepted) } AS relations,
  COUNT { (c)<-[:STATES]-() } AS locutions
ORDER BY relations DESC, locutions DESC, c.id
WITH collect(c.id) AS found
RETURN size(found) AS total, found[0..$limit] AS ids

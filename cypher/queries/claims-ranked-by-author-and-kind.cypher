// Claims of some people at either end of relations of one kind, the most discussed first.
// parameters: $authorIds; $type, of a relationship; $limit
//   $least, the confidence from which a relation is drawn; $accepted, relations that are drawn whatever theirs
// rows: one, total and ids
UNWIND $authorIds AS authorId
MATCH (:Author {id: authorId})-[:SAID]->(:Locution)-[:STATES]->(c:Claim)
WITH DISTINCT c
WHERE EXISTS { MATCH (c)-[r:DISAGREES_WITH|REFINES|RESPONDS_TO|SUPPORTS]-() WHERE type(r) = $type
    AND (r.confidence >= $least OR r.method = 'edited' OR r.extractor = 'human' OR r.extractor STARTS WITH 'import:' OR r.id IN $accepted) }
WITH c, COUNT { MATCH (c)-[r:DISAGREES_WITH|REFINES|RESPONDS_TO|SUPPORTS]-()
    WHERE (r.confidence >= $least OR r.method = 'edited' OR r.extractor = 'human' OR r.extractor STARTS WITH 'import:' OR r.id IN $accepted) } AS relations,
  COUNT { (c)<-[:STATES]-() } AS locutions
ORDER BY relations DESC, locutions DESC, c.id
WITH collect(c.id) AS found
RETURN size(found) AS total, found[0..$limit] AS ids

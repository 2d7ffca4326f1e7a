// Claims about any of some concepts, the most discussed first.
// parameters: $ids, of concepts; $limit
//   $least, the confidence from which a relation is drawn; $accepted, relations that are drawn whatever theirs
// rows: id, relations
UNWIND $ids AS conceptId
MATCH (:Concept {id: conceptId})<-[:ABOUT]-(c:Claim)
WITH DISTINCT c
RETURN c.id AS id, COUNT { MATCH (c)-[r:DISAGREES_WITH|REFINES|RESPONDS_TO|SUPPORTS]-()
    WHERE (r.confidence >= $least OR r.method = 'edited' OR r.extractor = 'human' OR r.extractor STARTS WITH 'import:' OR r.id IN $accepted) } AS relations
ORDER BY relations DESC, id
LIMIT $limit

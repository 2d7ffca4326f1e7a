// Claims about any of some concepts under further conditions, the most discussed first. One that is null is left out;
// where both are, claims-ranked-by-concept finds the same sooner.
// parameters: $conceptIds; $authorIds or null; $type or null, of a relationship at either end; $limit
//   $least, the confidence from which a relation is drawn; $accepted, relations that are drawn whatever theirs
// rows: one, total and ids
UNWIND $conceptIds AS conceptId
MATCH (:Concept {id: conceptId})<-[:ABOUT]-(c:Claim)
WITH DISTINCT c
WHERE ($authorIds IS NULL OR EXISTS { MATCH (c)<-[:STATES]-(l:Locution) WHERE l.speaker IN $authorIds })
  AND ($type IS NULL OR EXISTS { MATCH (c)-[r:DISAGREES_WITH|REFINES|RESPONDS_TO|SUPPORTS]-() WHERE type(r) = $type
    AND (r.confidence >= $least OR r.method = 'edited' OR r.extractor = 'human' OR r.extractor STARTS WITH 'import:' OR r.id IN $accepted) })
WITH c, COUNT { MATCH (c)-[r:DISAGREES_WITH|REFINES|RESPONDS_TO|SUPPORTS]-()
    WHERE (r.confidence >= $least OR r.method = 'edited' OR r.extractor = 'human' OR r.extractor STARTS WITH 'import:' OR r.id IN $accepted) } AS relations,
  COUNT { (c)<-[:STATES]-() } AS locutions
ORDER BY relations DESC, locutions DESC, c.id
WITH collect(c.id) AS found
RETURN size(found) AS total, found[0..$limit] AS ids

// Claims at either end of relations of one kind, the most discussed first. Each kind is written out, so that nothing
// but its relationships is read; of the four parts one finds something.
// parameters: $type, of a relationship; $limit
//   $least, the confidence from which a relation is drawn; $accepted, relations that are drawn whatever theirs
// rows: one, total and ids
CALL {
  MATCH (c:Claim)-[r:DISAGREES_WITH]-(:Claim) WHERE $type = 'DISAGREES_WITH'
    AND (r.confidence >= $least OR r.method = 'edited' OR r.extractor = 'human' OR r.extractor STARTS WITH 'import:' OR r.id IN $accepted)
  RETURN c
  UNION ALL
  MATCH (c:Claim)-[r:REFINES]-(:Claim) WHERE $type = 'REFINES'
    AND (r.confidence >= $least OR r.method = 'edited' OR r.extractor = 'human' OR r.extractor STARTS WITH 'import:' OR r.id IN $accepted)
  RETURN c
  UNION ALL
  MATCH (c:Claim)-[r:RESPONDS_TO]-(:Claim) WHERE $type = 'RESPONDS_TO'
    AND (r.confidence >= $least OR r.method = 'edited' OR r.extractor = 'human' OR r.extractor STARTS WITH 'import:' OR r.id IN $accepted)
  RETURN c
  UNION ALL
  MATCH (c:Claim)-[r:SUPPORTS]-(:Claim) WHERE $type = 'SUPPORTS'
    AND (r.confidence >= $least OR r.method = 'edited' OR r.extractor = 'human' OR r.extractor STARTS WITH 'import:' OR r.id IN $accepted)
  RETURN c
}
// Grouped, since the embedded engine's DISTINCT passes on only the first 2048 rows of a union.
WITH c, count(*) AS ends
WITH c, COUNT { MATCH (c)-[r:DISAGREES_WITH|REFINES|RESPONDS_TO|SUPPORTS]-()
    WHERE (r.confidence >= $least OR r.method = 'edited' OR r.extractor = 'human' OR r.extractor STARTS WITH 'import:' OR r.id IN $accepted) } AS relations,
  COUNT { (c)<-[:STATES]-() } AS locutions
ORDER BY relations DESC, locutions DESC, c.id
WITH collect(c.id) AS found
RETURN size(found) AS total, found[0..$limit] AS ids

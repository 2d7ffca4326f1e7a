// Claims with how much they are discussed.
// parameters: $ids, of claims
//   $least, the confidence from which a relation is drawn; $accepted, relations that are drawn whatever theirs
// rows: id, attacks (disagreements that end on it), relations (at either end)
UNWIND $ids AS claimId
MATCH (c:Claim {id: claimId})
RETURN c.id AS id,
  COUNT { MATCH (c)<-[r:DISAGREES_WITH]-()
    WHERE (r.confidence >= $least OR r.method = 'edited' OR r.extractor = 'human' OR r.extractor STARTS WITH 'import:' OR r.id IN $accepted) } AS attacks,
  COUNT { MATCH (c)-[r:DISAGREES_WITH|REFINES|RESPONDS_TO|SUPPORTS]-()
    WHERE (r.confidence >= $least OR r.method = 'edited' OR r.extractor = 'human' OR r.extractor STARTS WITH 'import:' OR r.id IN $accepted) } AS relations
ORDER BY id

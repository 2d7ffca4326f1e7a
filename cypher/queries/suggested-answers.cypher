// Words that answer, attack, refine or support some claims by nothing but relations that are not drawn.
// parameters: $ids, of claims; $others, the layers left out
//   $least, the confidence from which a relation is drawn; $accepted, relations that are drawn whatever theirs
// rows: id, of the claim, and fromLocution
UNWIND $ids AS claimId
MATCH (c:Claim {id: claimId})<-[r:DISAGREES_WITH|REFINES|RESPONDS_TO|SUPPORTS]-()
WHERE NOT r.extractor IN $others
WITH c.id AS id, r.fromLocution AS fromLocution,
  max(CASE WHEN r.confidence >= $least OR r.method = 'edited' OR r.extractor = 'human' OR r.extractor STARTS WITH 'import:' OR r.id IN $accepted THEN 1 ELSE 0 END) AS drawn
WHERE drawn = 0
RETURN id, fromLocution
ORDER BY id, fromLocution

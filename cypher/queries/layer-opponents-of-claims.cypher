// Claims one disagreement of a view away from some claims, either way.
// parameters: $ids, of claims; $others, the layers left out; $rejected, relations
//   $least, the confidence from which a relation is drawn; $accepted, relations that are drawn whatever theirs
// rows: id, opponentId
UNWIND $ids AS claimId
MATCH (c:Claim {id: claimId})-[r:DISAGREES_WITH]-(o:Claim)
WHERE NOT r.extractor IN $others AND NOT r.id IN $rejected
    AND (r.confidence >= $least OR r.method = 'edited' OR r.extractor = 'human' OR r.extractor STARTS WITH 'import:' OR r.id IN $accepted)
RETURN DISTINCT c.id AS id, o.id AS opponentId
ORDER BY id, opponentId

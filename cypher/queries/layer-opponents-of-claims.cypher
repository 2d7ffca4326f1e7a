// Claims one disagreement of a view away from some claims, either way.
// parameters: $ids, of claims; $others, the layers left out; $rejected, relations
// rows: id, opponentId
UNWIND $ids AS claimId
MATCH (c:Claim {id: claimId})-[r:DISAGREES_WITH]-(o:Claim)
WHERE NOT r.extractor IN $others AND NOT r.id IN $rejected
RETURN DISTINCT c.id AS id, o.id AS opponentId
ORDER BY id, opponentId

// Claims one disagreement away from some claims, either way.
// parameters: $ids, of claims
// rows: id, opponentId
UNWIND $ids AS claimId
MATCH (c:Claim {id: claimId})-[:DISAGREES_WITH]-(o:Claim)
RETURN DISTINCT c.id AS id, o.id AS opponentId
ORDER BY id, opponentId

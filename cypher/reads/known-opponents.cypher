// Claims in a disagreement with one of these, either way.
// parameters: $ids
// rows: claimId, opponentId
UNWIND $ids AS id
MATCH (k:Claim {id: id})-[:DISAGREES_WITH]-(o:Claim)
RETURN DISTINCT k.id AS claimId, o.id AS opponentId ORDER BY claimId, opponentId

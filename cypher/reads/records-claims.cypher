// Claims by id.
// parameters: $ids
// rows: claim
UNWIND $ids AS id
MATCH (n:Claim {id: id})
RETURN properties(n) AS claim ORDER BY n.id

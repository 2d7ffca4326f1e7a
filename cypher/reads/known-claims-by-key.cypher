// Claims whose wording has one of these keys.
// parameters: $keys
// rows: claim
UNWIND $keys AS key
MATCH (k:Claim {key: key})
RETURN properties(k) AS claim ORDER BY k.id

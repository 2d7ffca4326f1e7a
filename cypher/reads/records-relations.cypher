// Relations by id and the claim that they start on.
// parameters: $rows
// rows: properties, type, fromClaim, toClaim
UNWIND $rows AS row
MATCH (k:Claim {id: row.claimId})-[r:RESPONDS_TO|DISAGREES_WITH|REFINES|SUPPORTS]->(o:Claim)
WHERE r.id = row.id
RETURN properties(r) AS properties, type(r) AS type, k.id AS fromClaim, o.id AS toClaim ORDER BY r.id

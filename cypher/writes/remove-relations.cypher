// Takes away relations, each from the claim that it starts at.
// parameters: $rows, a list of {id, fromClaim}
// rows: none
UNWIND $rows AS row
MATCH (:Claim {id: row.fromClaim})-[r:RESPONDS_TO|DISAGREES_WITH|REFINES|SUPPORTS]->(:Claim)
WHERE r.id = row.id
DELETE r;

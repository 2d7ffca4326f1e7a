// A page of the ids of relations, with the claim that each starts on.
// parameters: $after, $limit
// rows: id, claimId
MATCH (k:Claim)-[r:RESPONDS_TO|DISAGREES_WITH|REFINES|SUPPORTS]->(:Claim)
WHERE r.id > $after
RETURN r.id AS id, k.id AS claimId ORDER BY id LIMIT $limit

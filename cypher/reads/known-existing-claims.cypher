// Which of some ids are those of a stored claim.
// parameters: $ids
// rows: id
UNWIND $ids AS id
MATCH (n:Claim {id: id})
RETURN n.id AS id ORDER BY id

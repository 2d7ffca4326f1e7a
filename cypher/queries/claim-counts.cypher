// Claims with how much they are discussed.
// parameters: $ids, of claims
// rows: id, text, attacks (disagreements that end on it), relations (at either end)
UNWIND $ids AS claimId
MATCH (c:Claim {id: claimId})
RETURN c.id AS id, c.text AS text,
  COUNT { (c)<-[:DISAGREES_WITH]-() } AS attacks,
  COUNT { (c)-[:DISAGREES_WITH|REFINES|RESPONDS_TO|SUPPORTS]-() } AS relations
ORDER BY id

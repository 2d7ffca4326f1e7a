// Claims at either end of relations of one kind, the most discussed first. Each kind is written out, so that nothing
// but its relationships is read; of the four parts one finds something.
// parameters: $type, of a relationship; $limit
// rows: one, total and ids
CALL {
  MATCH (c:Claim)-[:DISAGREES_WITH]-(:Claim) WHERE $type = 'DISAGREES_WITH' RETURN c
  UNION ALL
  MATCH (c:Claim)-[:REFINES]-(:Claim) WHERE $type = 'REFINES' RETURN c
  UNION ALL
  MATCH (c:Claim)-[:RESPONDS_TO]-(:Claim) WHERE $type = 'RESPONDS_TO' RETURN c
  UNION ALL
  MATCH (c:Claim)-[:SUPPORTS]-(:Claim) WHERE $type = 'SUPPORTS' RETURN c
}
// Grouped, since the embedded engine's DISTINCT passes on only the first 2048 rows of a union.
WITH c, count(*) AS ends
WITH c, COUNT { (c)-[:DISAGREES_WITH|REFINES|RESPONDS_TO|SUPPORTS]-() } AS relations,
  COUNT { (c)<-[:STATES]-() } AS locutions
ORDER BY relations DESC, locutions DESC, c.id
WITH collect(c.id) AS found
RETURN size(found) AS total, found[0..$limit] AS ids

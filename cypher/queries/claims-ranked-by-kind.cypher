// Claims at either end of relations of one kind, the most discussed first.
// parameters: $type, of a relationship; $limit
// rows: one, total and ids
MATCH (c:Claim)-[r]-(:Claim)
WHERE type(r) = $type
WITH DISTINCT c
WITH c, COUNT { (c)-[:DISAGREES_WITH|REFINES|RESPONDS_TO|SUPPORTS]-(:Claim) } AS relations,
  COUNT { (c)<-[:STATES]-(:Locution) } AS locutions
ORDER BY relations DESC, locutions DESC, c.id
WITH collect(c.id) AS found
RETURN size(found) AS total, found[0..$limit] AS ids

// Claims, the most discussed first. A parameter that is null leaves its condition out.
// parameters: $conceptIds; $authorIds; $type, of a relationship at either end; $limit
// rows: id, relations, locutions
MATCH (c:Claim)
WHERE ($conceptIds IS NULL OR EXISTS { MATCH (c)-[:ABOUT]->(k:Concept) WHERE k.id IN $conceptIds })
  AND ($authorIds IS NULL OR EXISTS { MATCH (c)<-[:STATES]-(l:Locution) WHERE l.speaker IN $authorIds })
  AND ($type IS NULL OR EXISTS { MATCH (c)-[r]-(:Claim) WHERE type(r) = $type })
RETURN c.id AS id,
  COUNT { (c)-[:DISAGREES_WITH|REFINES|RESPONDS_TO|SUPPORTS]-(:Claim) } AS relations,
  COUNT { (c)<-[:STATES]-(:Locution) } AS locutions
ORDER BY relations DESC, locutions DESC, id
LIMIT $limit

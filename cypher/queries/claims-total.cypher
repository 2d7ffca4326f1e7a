// How many claims the conditions of claims-ranked leave.
// parameters: $conceptIds; $authorIds; $type
// rows: total
MATCH (c:Claim)
WHERE ($conceptIds IS NULL OR EXISTS { MATCH (c)-[:ABOUT]->(k:Concept) WHERE k.id IN $conceptIds })
  AND ($authorIds IS NULL OR EXISTS { MATCH (c)<-[:STATES]-(l:Locution) WHERE l.speaker IN $authorIds })
  AND ($type IS NULL OR EXISTS { MATCH (c)-[r]-(:Claim) WHERE type(r) = $type })
RETURN count(c) AS total

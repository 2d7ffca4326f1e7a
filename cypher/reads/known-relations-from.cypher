// Relations that start in one of these comments.
// parameters: $ids
// rows: properties, type, fromClaim, toClaim
UNWIND $ids AS id
MATCH (c:Comment {id: id})-[:HAS]->(l:Locution)-[:STATES]->(k:Claim)-[r:RESPONDS_TO|DISAGREES_WITH|REFINES|SUPPORTS]->(o:Claim)
WHERE r.fromLocution = l.id
RETURN properties(r) AS properties, type(r) AS type, k.id AS fromClaim, o.id AS toClaim ORDER BY r.id

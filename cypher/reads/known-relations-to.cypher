// Relations that end in one of these comments.
// parameters: $ids
// rows: properties, type, fromClaim, toClaim
UNWIND $ids AS id
MATCH (c:Comment {id: id})-[:HAS]->(l:Locution)-[:STATES]->(k:Claim)<-[r:RESPONDS_TO|DISAGREES_WITH|REFINES|SUPPORTS]-(o:Claim)
WHERE r.toLocution = l.id
RETURN properties(r) AS properties, type(r) AS type, o.id AS fromClaim, k.id AS toClaim ORDER BY r.id

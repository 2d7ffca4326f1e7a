// The claim that a locution states.
// parameters: $id, of a locution
// rows: id
MATCH (:Locution {id: $id})-[:STATES]->(c:Claim)
RETURN c.id AS id
ORDER BY id

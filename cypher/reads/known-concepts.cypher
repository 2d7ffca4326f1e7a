// Concepts by id, with the ids of the more general ones.
// parameters: $ids
// rows: concept, broader
UNWIND $ids AS id
MATCH (k:Concept {id: id})
RETURN properties(k) AS concept, [(k)-[:BROADER]->(b:Concept) | b.id] AS broader ORDER BY k.id

// The people who said the most claims.
// parameters: $limit
// rows: id, name, comments, claims
MATCH (a:Author)
OPTIONAL MATCH (a)-[:SAID]->(:Locution)-[:STATES]->(c:Claim)
WITH a, count(DISTINCT c) AS claims
RETURN a.id AS id, a.name AS name, COUNT { (a)-[:WROTE]->() } AS comments, claims
ORDER BY claims DESC, comments DESC, id
LIMIT $limit

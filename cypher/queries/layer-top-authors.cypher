// The people who said the most claims of a view.
// parameters: $limit; $others, the layers left out; $rejectedClaims
// rows: id, name, comments, claims
MATCH (a:Author)
OPTIONAL MATCH (a)-[:SAID]->(l:Locution)-[:STATES]->(c:Claim)
WHERE (l.extractors IS NULL OR any(one IN l.extractors WHERE NOT one IN $others)) AND NOT c.id IN $rejectedClaims
WITH a, count(DISTINCT c) AS claims
RETURN a.id AS id, a.name AS name, COUNT { (a)-[:WROTE]->() } AS comments, claims
ORDER BY claims DESC, comments DESC, id
LIMIT $limit

// The people who said the most claims.
// parameters: $limit
// rows: id, name, comments, claims
MATCH (a:Author)
RETURN a.id AS id, a.name AS name, COUNT { (a)-[:WROTE]->(:Comment) } AS comments,
  COUNT { (a)-[:SAID]->(:Locution) } AS claims
ORDER BY claims DESC, comments DESC, id
LIMIT $limit

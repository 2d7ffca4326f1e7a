// The people who said the most claims.
// parameters: $limit
// rows: id, name, comments, claims
MATCH (a:Author)
RETURN a.id AS id, a.name AS name, COUNT { (a)-[:WROTE]->() } AS comments,
  COUNT { (a)-[:SAID]->() } AS claims
ORDER BY claims DESC, comments DESC, id
LIMIT $limit

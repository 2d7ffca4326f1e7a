// The people who said the most claims of a view.
// parameters: $limit; $others, the layers left out
// rows: id, name, comments, claims
MATCH (a:Author)
RETURN a.id AS id, a.name AS name, COUNT { (a)-[:WROTE]->() } AS comments,
  COUNT { MATCH (a)-[:SAID]->(l:Locution) WHERE (l.extractors IS NULL OR any(one IN l.extractors WHERE NOT one IN $others)) } AS claims
ORDER BY claims DESC, comments DESC, id
LIMIT $limit

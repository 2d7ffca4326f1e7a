// Some people with how much they said, as a view has it.
// parameters: $ids, of authors; $others, the layers left out
// rows: id, name, comments, claims
UNWIND $ids AS authorId
MATCH (a:Author {id: authorId})
RETURN a.id AS id, a.name AS name, COUNT { (a)-[:WROTE]->() } AS comments,
  COUNT { MATCH (a)-[:SAID]->(l:Locution) WHERE (l.extractors IS NULL OR any(one IN l.extractors WHERE NOT one IN $others)) } AS claims
ORDER BY id

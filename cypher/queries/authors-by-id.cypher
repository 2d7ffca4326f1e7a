// Some people with how much they said.
// parameters: $ids, of authors
// rows: id, name, comments, claims
UNWIND $ids AS authorId
MATCH (a:Author {id: authorId})
RETURN a.id AS id, a.name AS name, COUNT { (a)-[:WROTE]->() } AS comments,
  COUNT { (a)-[:SAID]->() } AS claims
ORDER BY id

// Some people with how many comments they wrote.
// parameters: $ids, of authors
// rows: id, name, comments
UNWIND $ids AS authorId
MATCH (a:Author {id: authorId})
RETURN a.id AS id, a.name AS name, COUNT { (a)-[:WROTE]->() } AS comments
ORDER BY id

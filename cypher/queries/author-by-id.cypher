// One person, with how many comments they wrote.
// parameters: $id, of an author
// rows: id, name, comments
MATCH (a:Author {id: $id})
RETURN a.id AS id, a.name AS name, COUNT { (a)-[:WROTE]->() } AS comments
ORDER BY id

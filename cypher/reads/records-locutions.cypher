// Locution nodes by id.
// parameters: $ids
// rows: locution
UNWIND $ids AS id
MATCH (n:Locution {id: id})
RETURN properties(n) AS locution ORDER BY n.id

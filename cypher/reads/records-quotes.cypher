// Quote nodes by id.
// parameters: $ids
// rows: quote
UNWIND $ids AS id
MATCH (n:Quote {id: id})
RETURN properties(n) AS quote ORDER BY n.id

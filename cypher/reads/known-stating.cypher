// The locutions that state one of these claims.
// parameters: $ids
// rows: locution
UNWIND $ids AS id
MATCH (k:Claim {id: id})<-[:STATES]-(l:Locution)
RETURN properties(l) AS locution ORDER BY l.id

// How many comments each source brought first; a stub is none.
// parameters: none
// rows: id, comments
MATCH (c:Comment)
WHERE c.status <> 'stub'
RETURN c.orderSource AS id, count(c) AS comments
ORDER BY id

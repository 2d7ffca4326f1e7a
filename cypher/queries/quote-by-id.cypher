// The comment that holds a quote.
// parameters: $id, of a quote
// rows: commentId
MATCH (q:Quote {id: $id})<-[:HAS_QUOTE]-(c:Comment)
RETURN c.id AS commentId
ORDER BY commentId

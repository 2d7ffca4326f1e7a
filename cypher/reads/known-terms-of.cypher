// The terms of comments, and which layers found each where there are several.
// parameters: $ids
// rows: commentId, terms, layers
UNWIND $ids AS id
MATCH (c:Comment {id: id})
WHERE size(c.terms) > 0
RETURN c.id AS commentId, c.terms AS terms, c.termLayers AS layers ORDER BY commentId

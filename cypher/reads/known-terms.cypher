// The terms of comments in a stretch of the order of import.
// parameters: $from, $to
// rows: commentId, version, text, terms, layers
UNWIND range($from, $to) AS seq
MATCH (c:Comment {seq: seq})
WHERE size(c.terms) > 0
RETURN c.id AS commentId, c.version AS version, c.text AS text, c.terms AS terms, c.termLayers AS layers ORDER BY c.seq, commentId

// Comments in a stretch of the order of import with locutions that no layer is said to state.
// parameters: $from, $to
// rows: commentId, source, fingerprints
UNWIND range($from, $to) AS seq
MATCH (c:Comment {seq: seq})-[:HAS]->(l:Locution)
WHERE l.extractors IS NULL
RETURN DISTINCT c.id AS commentId, c.orderSource AS source, c.fingerprints AS fingerprints ORDER BY commentId

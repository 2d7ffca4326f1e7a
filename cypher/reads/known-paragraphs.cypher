// Comments that hold a paragraph with one of these keys.
// parameters: $keys
// rows: key, commentId
UNWIND $keys AS key
MATCH (p:Paragraph {key: key})<-[:HAS_PARAGRAPH]-(c:Comment)
RETURN p.key AS key, c.id AS commentId ORDER BY key, commentId

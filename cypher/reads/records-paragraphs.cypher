// The keys of the paragraphs of comments.
// parameters: $ids
// rows: commentId, key
UNWIND $ids AS id
MATCH (c:Comment {id: id})-[:HAS_PARAGRAPH]->(p:Paragraph)
RETURN c.id AS commentId, p.key AS key ORDER BY commentId, key

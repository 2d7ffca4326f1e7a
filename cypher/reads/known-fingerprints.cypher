// What extracted comments.
// parameters: $ids
// rows: commentId, fingerprint
UNWIND $ids AS id
MATCH (c:Comment {id: id})
RETURN c.id AS commentId, c.fingerprint AS fingerprint ORDER BY commentId

// What extracted comments: the fingerprints of the layers that read each.
// parameters: $ids
// rows: commentId, fingerprints, language
UNWIND $ids AS id
MATCH (c:Comment {id: id})
RETURN c.id AS commentId, c.fingerprints AS fingerprints, c.language AS language ORDER BY commentId

// What one person holds toward claims, in a view.
// parameters: $id, of an author; $limit; $others, the layers left out; $rejectedClaims; $rejectedStances
// rows: id, authorId, stance, method, targetId, text, evidence, createdAt
MATCH (a:Author {id: $id})-[h:HOLDS]->(t:Claim)
WHERE (h.extractor IS NULL OR NOT h.extractor IN $others) AND NOT t.id IN $rejectedClaims AND NOT h.id IN $rejectedStances
RETURN h.id AS id, a.id AS authorId, h.stance AS stance, h.method AS method, t.id AS targetId, t.text AS text,
  h.evidence AS evidence, h.createdAt AS createdAt
ORDER BY createdAt, id
LIMIT $limit

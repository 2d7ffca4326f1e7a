// What one person holds toward claims.
// parameters: $id, of an author; $limit
// rows: id, authorId, stance, method, targetId, text, evidence, createdAt
MATCH (a:Author {id: $id})-[h:HOLDS]->(t:Claim)
RETURN h.id AS id, a.id AS authorId, h.stance AS stance, h.method AS method, t.id AS targetId, t.text AS text,
  h.evidence AS evidence, h.createdAt AS createdAt
ORDER BY createdAt, id
LIMIT $limit

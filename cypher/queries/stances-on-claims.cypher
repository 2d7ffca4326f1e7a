// Who holds what toward some claims.
// parameters: $ids, of claims
// rows: id, authorId, stance, method, targetId, text, evidence, createdAt
UNWIND $ids AS claimId
MATCH (t:Claim {id: claimId})<-[h:HOLDS]-(a:Author)
RETURN h.id AS id, a.id AS authorId, h.stance AS stance, h.method AS method, t.id AS targetId, t.text AS text,
  h.evidence AS evidence, h.createdAt AS createdAt
ORDER BY id

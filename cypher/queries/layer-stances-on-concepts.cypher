// Who holds what toward some concepts, in a view.
// parameters: $ids, of concepts; $others, the layers left out; $rejectedClaims; $rejectedStances
// rows: id, authorId, stance, method, targetId, text, evidence, createdAt
UNWIND $ids AS conceptId
MATCH (t:Concept {id: conceptId})<-[h:HOLDS]-(a:Author)
WHERE (h.extractor IS NULL OR NOT h.extractor IN $others) AND NOT t.id IN $rejectedClaims AND NOT h.id IN $rejectedStances
RETURN h.id AS id, a.id AS authorId, h.stance AS stance, h.method AS method, t.id AS targetId, t.prefLabel AS text,
  h.evidence AS evidence, h.createdAt AS createdAt
ORDER BY id

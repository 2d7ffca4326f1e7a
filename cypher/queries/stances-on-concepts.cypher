// Who holds what toward some concepts.
// parameters: $ids, of concepts
// rows: id, authorId, stance, method, targetId, text, evidence, createdAt
UNWIND $ids AS conceptId
MATCH (t:Concept {id: conceptId})<-[h:HOLDS]-(a:Author)
RETURN h.id AS id, a.id AS authorId, h.stance AS stance, h.method AS method, t.id AS targetId, t.prefLabel AS text,
  h.evidence AS evidence, h.createdAt AS createdAt
ORDER BY id

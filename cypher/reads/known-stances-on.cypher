// The stances that people hold toward claims.
// parameters: $ids
// rows: properties, authorId, targetId
UNWIND $ids AS id
MATCH (t:Claim {id: id})<-[h:HOLDS]-(a:Author)
RETURN properties(h) AS properties, a.id AS authorId, t.id AS targetId ORDER BY h.id

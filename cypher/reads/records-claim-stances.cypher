// Stances toward claims, by id and target.
// parameters: $rows
// rows: properties, authorId, targetId
UNWIND $rows AS row
MATCH (t:Claim {id: row.targetId})<-[h:HOLDS]-(a:Author)
WHERE h.id = row.id
RETURN properties(h) AS properties, a.id AS authorId, t.id AS targetId ORDER BY h.id

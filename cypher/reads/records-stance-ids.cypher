// A page of the ids of stances, with what they are held toward.
// parameters: $after, $limit
// rows: id, targetId, targetKind
MATCH (:Author)-[h:HOLDS]->(t)
WHERE h.id > $after
RETURN h.id AS id, t.id AS targetId, CASE WHEN t:Claim THEN 'claim' ELSE 'concept' END AS targetKind ORDER BY id LIMIT $limit

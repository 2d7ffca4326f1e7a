// People's corrections of what has one of these ids.
// parameters: $ids
// rows: correction
MATCH (n:Correction)
WHERE n.targetId IN $ids
RETURN properties(n) AS correction ORDER BY n.id

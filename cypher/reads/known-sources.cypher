// All sources, by rank.
// parameters: none
// rows: source
MATCH (s:Source)
RETURN properties(s) AS source ORDER BY s.rank, s.id

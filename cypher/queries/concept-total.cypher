// How many concepts there are.
// parameters: none
// rows: total
MATCH (k:Concept)
WHERE k.prefLabel IS NOT NULL
RETURN count(k) AS total

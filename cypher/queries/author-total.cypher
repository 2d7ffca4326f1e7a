// How many people there are.
// parameters: none
// rows: total
MATCH (a:Author)
RETURN count(a) AS total

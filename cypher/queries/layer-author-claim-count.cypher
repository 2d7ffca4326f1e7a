// How many claims of a view a person, or several who are one, said.
// parameters: $ids, of authors; $others, the layers left out; $rejectedClaims
// rows: claims
UNWIND $ids AS authorId
MATCH (:Author {id: authorId})-[:SAID]->(l:Locution)-[:STATES]->(c:Claim)
WHERE (l.extractors IS NULL OR any(one IN l.extractors WHERE NOT one IN $others)) AND NOT c.id IN $rejectedClaims
RETURN count(DISTINCT c) AS claims

// How many people speak of concepts in claims of a view.
// parameters: $ids, of concepts; $others, the layers left out; $rejectedClaims
// rows: id, authors
UNWIND $ids AS conceptId
MATCH (k:Concept {id: conceptId})<-[:ABOUT]-(c:Claim)<-[:STATES]-(l:Locution)<-[:SAID]-(a:Author)
WHERE (l.extractors IS NULL OR any(one IN l.extractors WHERE NOT one IN $others)) AND NOT c.id IN $rejectedClaims
RETURN k.id AS id, count(DISTINCT a) AS authors
ORDER BY id

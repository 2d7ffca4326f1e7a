// How many entries of people speak of concepts in claims of a view, and which of them are not the only one of a person.
// parameters: $ids, of concepts; $shared, ids of entries that are one person with others; $others, the layers left
//   out; $rejectedClaims
// rows: id, authors, shared
UNWIND $ids AS conceptId
MATCH (k:Concept {id: conceptId})<-[:ABOUT]-(c:Claim)<-[:STATES]-(l:Locution)<-[:SAID]-(a:Author)
WHERE (l.extractors IS NULL OR any(one IN l.extractors WHERE NOT one IN $others)) AND NOT c.id IN $rejectedClaims
RETURN k.id AS id, count(DISTINCT a) AS authors,
  collect(DISTINCT CASE WHEN a.id IN $shared THEN a.id ELSE null END) AS shared
ORDER BY id

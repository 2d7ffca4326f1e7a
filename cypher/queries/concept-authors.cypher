// How many people speak of concepts in claims.
// parameters: $ids, of concepts
// rows: id, authors
UNWIND $ids AS conceptId
MATCH (k:Concept {id: conceptId})<-[:ABOUT]-(:Claim)<-[:STATES]-(:Locution)<-[:SAID]-(a)
RETURN k.id AS id, count(DISTINCT a) AS authors
ORDER BY id

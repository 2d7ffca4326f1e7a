// How many entries of people speak of concepts in claims, and which of them are not the only one of a person.
// parameters: $ids, of concepts; $shared, ids of entries that are one person with others
// rows: id, authors, shared
UNWIND $ids AS conceptId
MATCH (k:Concept {id: conceptId})<-[:ABOUT]-(:Claim)<-[:STATES]-(:Locution)<-[:SAID]-(a)
RETURN k.id AS id, count(DISTINCT a) AS authors,
  collect(DISTINCT CASE WHEN a.id IN $shared THEN a.id ELSE null END) AS shared
ORDER BY id

// Less general concepts than one.
// parameters: $id, of a concept
// rows: id, label
MATCH (:Concept {id: $id})<-[:BROADER]-(k:Concept)
WHERE k.prefLabel IS NOT NULL
RETURN k.id AS id, k.prefLabel AS label
ORDER BY label, id

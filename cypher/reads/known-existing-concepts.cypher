// Which of some ids are those of a stored concept.
// parameters: $ids
// rows: id
UNWIND $ids AS id
MATCH (n:Concept {id: id})
RETURN n.id AS id ORDER BY id

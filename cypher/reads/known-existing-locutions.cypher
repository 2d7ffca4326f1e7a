// Which of some ids are those of a stored locution.
// parameters: $ids
// rows: id
UNWIND $ids AS id
MATCH (n:Locution {id: id})
RETURN n.id AS id ORDER BY id

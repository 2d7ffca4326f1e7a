// Which of some ids are those of a stored thread.
// parameters: $ids
// rows: id
UNWIND $ids AS id
MATCH (n:Thread {id: id})
RETURN n.id AS id ORDER BY id

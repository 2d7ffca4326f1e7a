// Thread nodes by id.
// parameters: $ids
// rows: thread
UNWIND $ids AS id
MATCH (n:Thread {id: id})
RETURN properties(n) AS thread ORDER BY n.id

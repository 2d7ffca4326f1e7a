// Which of these threads have a comment.
// parameters: $ids
// rows: id
UNWIND $ids AS id
MATCH (t:Thread {id: id})
WHERE EXISTS { MATCH (t)<-[:IN_THREAD]-(:Comment) }
RETURN t.id AS id ORDER BY id

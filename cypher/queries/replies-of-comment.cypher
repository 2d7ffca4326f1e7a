// The comments that answer a comment, oldest first.
// parameters: $id, of a comment
// rows: id
MATCH (:Comment {id: $id})<-[:REPLIES_TO]-(m:Comment)
RETURN m.id AS id, m.createdAt AS createdAt, m.seq AS seq
ORDER BY createdAt, seq, id

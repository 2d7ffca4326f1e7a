// Comments that answer some comments, or quote them.
// parameters: $ids, of comments
// rows: id, replyId, authorId
UNWIND $ids AS commentId
MATCH (m:Comment {id: commentId})<-[:REPLIES_TO|QUOTES]-(r:Comment)
RETURN DISTINCT m.id AS id, r.id AS replyId, r.authorId AS authorId
ORDER BY id, replyId

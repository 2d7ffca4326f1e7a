// Creates the comments that are not stored, with their author, thread and parent.
// Those with an author and a thread, as most have, take one statement: $posts. These and $comments hold properties, the
// other lists {id, authorId}, {id, threadId} and {id, parentId}.
// parameters: $ids, $posts, $comments, $written, $threaded, $answering
// rows: id, saved, stored ones and then how many rows found their ends
UNWIND $ids AS id
MATCH (n:Comment {id: id})
RETURN n.id AS id;
UNWIND $posts AS row
MATCH (a:Author {id: row.authorId}) MATCH (t:Thread {id: row.threadId})
CREATE (a)-[:WROTE]->(n:Comment {
  id: row.id, authorId: row.authorId, threadId: row.threadId, parentId: row.parentId, createdAt: row.createdAt,
  editedAt: row.editedAt, seq: row.seq, text: row.text, version: row.version, url: row.url, score: row.score,
  status: row.status, orderSource: row.orderSource, orderIndex: row.orderIndex, reactions: row.reactions,
  originSourceId: row.originSourceId, originFile: row.originFile, originRecord: row.originRecord,
  originField: row.originField, originStart: row.originStart, originEnd: row.originEnd
})-[:IN_THREAD]->(t)
RETURN count(*) AS saved;
UNWIND $comments AS row
CREATE (n:Comment {
  id: row.id, authorId: row.authorId, threadId: row.threadId, parentId: row.parentId, createdAt: row.createdAt,
  editedAt: row.editedAt, seq: row.seq, text: row.text, version: row.version, url: row.url, score: row.score,
  status: row.status, orderSource: row.orderSource, orderIndex: row.orderIndex, reactions: row.reactions,
  originSourceId: row.originSourceId, originFile: row.originFile, originRecord: row.originRecord,
  originField: row.originField, originStart: row.originStart, originEnd: row.originEnd
})
RETURN count(*) AS saved;
UNWIND $written AS row
MATCH (c:Comment {id: row.id}) MATCH (a:Author {id: row.authorId})
CREATE (a)-[:WROTE]->(c)
RETURN count(*) AS saved;
UNWIND $threaded AS row
MATCH (c:Comment {id: row.id}) MATCH (t:Thread {id: row.threadId})
CREATE (c)-[:IN_THREAD]->(t)
RETURN count(*) AS saved;
UNWIND $answering AS row
MATCH (c:Comment {id: row.id}) MATCH (p:Comment {id: row.parentId})
CREATE (c)-[:REPLIES_TO]->(p)
RETURN count(*) AS saved;

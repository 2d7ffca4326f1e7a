// Creates the quotes that are not stored, and for those whose source is known which comment quotes which.
// parameters: $ids, those to look for; $quotes, $resolved, lists of properties with {commentId, sourceComment}
// rows: id, saved, stored ones and then how many rows found their ends
UNWIND $ids AS id
MATCH (q:Quote {id: id})
RETURN q.id AS id;
UNWIND $quotes AS row
MATCH (c:Comment {id: row.commentId})
CREATE (c)-[:HAS_QUOTE]->(q:Quote {
  id: row.id, commentId: row.commentId, version: row.version, text: row.text, how: row.how, score: row.score,
  speaker: row.speaker, speakerName: row.speakerName, sourceId: row.sourceId, start: row.start, `end`: row.`end`,
  sourceComment: row.sourceComment, sourceVersion: row.sourceVersion, sourceStart: row.sourceStart,
  sourceEnd: row.sourceEnd, answerStart: row.answerStart, answerEnd: row.answerEnd,
  originSourceId: row.originSourceId, originFile: row.originFile, originRecord: row.originRecord,
  originField: row.originField, originStart: row.originStart, originEnd: row.originEnd
})
RETURN count(*) AS saved;
UNWIND $resolved AS row
MATCH (c:Comment {id: row.commentId}) MATCH (s:Comment {id: row.sourceComment})
CREATE (c)-[:QUOTES {
  id: row.id, version: row.version, start: row.start, `end`: row.`end`, how: row.how, score: row.score,
  sourceVersion: row.sourceVersion, sourceStart: row.sourceStart, sourceEnd: row.sourceEnd,
  answerStart: row.answerStart, answerEnd: row.answerEnd
}]->(s)
RETURN count(*) AS saved;

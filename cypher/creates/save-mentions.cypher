// Creates the mentions that are not stored.
// parameters: $ids, the comments to look at; $mentions, a list of properties with {commentId, conceptId}
// rows: id, saved, stored mentions of these comments and then how many rows found their ends
UNWIND $ids AS id
MATCH (:Comment {id: id})-[m:MENTIONS]->(:Concept)
RETURN m.id AS id;
UNWIND $mentions AS row
MATCH (c:Comment {id: row.commentId}) MATCH (k:Concept {id: row.conceptId})
CREATE (c)-[:MENTIONS {
  id: row.id, version: row.version, start: row.start, `end`: row.`end`, originSourceId: row.originSourceId,
  originFile: row.originFile, originRecord: row.originRecord, originField: row.originField,
  originStart: row.originStart, originEnd: row.originEnd
}]->(k)
RETURN count(*) AS saved;

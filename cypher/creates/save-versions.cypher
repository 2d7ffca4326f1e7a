// Creates the texts of comments that are not stored.
// parameters: $ids, the keys to look for; $versions, a list of their properties
// rows: id, saved, stored keys and then how many rows found their comment
UNWIND $ids AS id
MATCH (v:Version {key: id})
RETURN v.key AS id;
UNWIND $versions AS row
MATCH (c:Comment {id: row.commentId})
CREATE (c)-[:HAS_VERSION]->(v:Version {
  key: row.key, id: row.id, commentId: row.commentId, text: row.text, at: row.at, kind: row.kind,
  offsets: row.offsets, alsoIn: row.alsoIn, originSourceId: row.originSourceId, originFile: row.originFile,
  originRecord: row.originRecord, originField: row.originField, originStart: row.originStart,
  originEnd: row.originEnd
})
RETURN count(*) AS saved;

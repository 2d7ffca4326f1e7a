// Creates the locutions that are not stored, with who said them and the claim that they state.
// parameters: $ids, those to look for; $said, $locutions, lists of properties with and without a speaker
// rows: id, saved, stored ones and then how many rows found their ends
UNWIND $ids AS id
MATCH (l:Locution {id: id})
RETURN l.id AS id;
UNWIND $said AS row
MATCH (c:Comment {id: row.commentId}) MATCH (k:Claim {id: row.claimId}) MATCH (a:Author {id: row.speaker})
CREATE (c)-[:HAS]->(l:Locution {
  id: row.id, commentId: row.commentId, version: row.version, text: row.text, quoteId: row.quoteId,
  speaker: row.speaker, createdAt: row.createdAt, claimId: row.claimId, start: row.start, `end`: row.`end`,
  leadInStart: row.leadInStart, leadInEnd: row.leadInEnd,
  reportedStart: row.reportedStart, reportedEnd: row.reportedEnd, extractors: row.extractors,
  originSourceId: row.originSourceId, originFile: row.originFile, originRecord: row.originRecord,
  originField: row.originField, originStart: row.originStart, originEnd: row.originEnd
})-[:STATES]->(k)
CREATE (a)-[:SAID]->(l)
RETURN count(*) AS saved;
UNWIND $locutions AS row
MATCH (c:Comment {id: row.commentId}) MATCH (k:Claim {id: row.claimId})
CREATE (c)-[:HAS]->(l:Locution {
  id: row.id, commentId: row.commentId, version: row.version, text: row.text, quoteId: row.quoteId,
  speaker: row.speaker, createdAt: row.createdAt, claimId: row.claimId, start: row.start, `end`: row.`end`,
  leadInStart: row.leadInStart, leadInEnd: row.leadInEnd,
  reportedStart: row.reportedStart, reportedEnd: row.reportedEnd, extractors: row.extractors,
  originSourceId: row.originSourceId, originFile: row.originFile, originRecord: row.originRecord,
  originField: row.originField, originStart: row.originStart, originEnd: row.originEnd
})-[:STATES]->(k)
RETURN count(*) AS saved;

// Says of locutions that nobody is said to state, and of stances that they show, which layer found them.
// parameters: $rows, a list of {commentId, extractor}
// rows: none
UNWIND $rows AS row
MATCH (:Comment {id: row.commentId})-[:HAS]->(l:Locution)-[:SHOWS]->(:Claim)<-[h:HOLDS]-(:Author)
WHERE h.evidence = l.id AND h.extractor IS NULL AND h.method <> 'human'
SET h.extractor = row.extractor;
UNWIND $rows AS row
MATCH (:Comment {id: row.commentId})-[:HAS]->(l:Locution)
WHERE l.extractors IS NULL
SET l.extractors = [row.extractor];

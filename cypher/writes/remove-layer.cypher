// Takes away what one layer found in comments that other layers read too: its relations and the stances that it found,
// its name on locutions, the locutions that no layer states any more and nothing else ends on, then the claims that nobody
// states any more. What people's corrections draw between words of these comments goes too, and is drawn again by whoever
// calls this, as far as the words are still stated. Mentions and terms are of all layers together and are saved again by
// whoever calls this.
// parameters: $rows, a list of {commentId, extractor}
// rows: none
// Inner nodes need a label: the embedded engine fails to go on from one without, where nothing leads to it.
UNWIND $rows AS row
MATCH (:Comment {id: row.commentId})-[:HAS]->(l:Locution)-[:SHOWS]->(t:Claim)<-[h:HOLDS]-(:Author)
WHERE h.evidence = l.id AND (h.extractor = row.extractor OR h.method = 'human')
DELETE h;
UNWIND $rows AS row
MATCH (:Comment {id: row.commentId})-[:HAS]->(l:Locution)-[:SHOWS]->(t:Concept)<-[h:HOLDS]-(:Author)
WHERE h.evidence = l.id AND (h.extractor = row.extractor OR h.method = 'human')
DELETE h;
UNWIND $rows AS row
MATCH (:Comment {id: row.commentId})-[:HAS]->(l:Locution)-[:STATES]->(:Claim)-[r:RESPONDS_TO|DISAGREES_WITH|REFINES|SUPPORTS]->(:Claim)
WHERE r.fromLocution = l.id AND (r.extractor = row.extractor OR r.method = 'correction')
DELETE r;
UNWIND $rows AS row
MATCH (:Comment {id: row.commentId})-[:HAS]->(l:Locution)-[:STATES]->(:Claim)<-[r:RESPONDS_TO|DISAGREES_WITH|REFINES|SUPPORTS]-(:Claim)
WHERE r.toLocution = l.id AND (r.extractor = row.extractor OR r.method = 'correction')
DELETE r;
UNWIND $rows AS row
MATCH (:Comment {id: row.commentId})-[m:MENTIONS]->(:Concept)
DELETE m;
UNWIND $rows AS row
MATCH (c:Comment {id: row.commentId}) SET c.terms = null, c.termLayers = null;
// The claims are remembered on the comment while the locutions go.
UNWIND $rows AS row
MATCH (c:Comment {id: row.commentId})-[:HAS]->(l:Locution)-[:STATES]->(k:Claim)
WHERE l.extractors = [row.extractor]
WITH c, collect(DISTINCT k.id) AS claimIds
SET c.formerClaims = claimIds;
// What nothing else ends on goes; what something does is nobody's, and so every layer's.
UNWIND $rows AS row
MATCH (:Comment {id: row.commentId})-[:HAS]->(l:Locution)
WHERE l.extractors = [row.extractor]
  AND NOT EXISTS { MATCH (l)-[:STATES]->(:Claim)-[r:RESPONDS_TO|DISAGREES_WITH|REFINES|SUPPORTS]-(:Claim) WHERE r.fromLocution = l.id OR r.toLocution = l.id }
WITH DISTINCT l
DETACH DELETE l;
UNWIND $rows AS row
MATCH (:Comment {id: row.commentId})-[:HAS]->(l:Locution)
WHERE l.extractors = [row.extractor]
SET l.extractors = null;
UNWIND $rows AS row
MATCH (:Comment {id: row.commentId})-[:HAS]->(l:Locution)
WHERE row.extractor IN l.extractors
SET l.extractors = [one IN l.extractors WHERE one <> row.extractor];
UNWIND $rows AS row
MATCH (c:Comment {id: row.commentId})
UNWIND c.formerClaims AS claimId
MATCH (k:Claim {id: claimId})
WHERE NOT EXISTS { MATCH (k)<-[:STATES]-(:Locution) }
WITH DISTINCT k
DETACH DELETE k;
UNWIND $rows AS row
MATCH (c:Comment {id: row.commentId}) SET c.formerClaims = null;

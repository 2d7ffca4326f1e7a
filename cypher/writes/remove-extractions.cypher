// Takes away what was extracted from comments: locutions, their relations, the stances that they show, mentions and
// terms, then the claims that nobody states any more.
// parameters: $rows, a list of {commentId}
// rows: none
// Inner nodes need a label: the embedded engine fails to go on from one without, where nothing leads to it.
UNWIND $rows AS row
MATCH (:Comment {id: row.commentId})-[:HAS]->(l:Locution)-[:SHOWS]->(t:Claim)<-[h:HOLDS]-(:Author)
WHERE h.evidence = l.id
DELETE h;
UNWIND $rows AS row
MATCH (:Comment {id: row.commentId})-[:HAS]->(l:Locution)-[:SHOWS]->(t:Concept)<-[h:HOLDS]-(:Author)
WHERE h.evidence = l.id
DELETE h;
UNWIND $rows AS row
MATCH (:Comment {id: row.commentId})-[:HAS]->(l:Locution)-[:STATES]->(:Claim)-[r:RESPONDS_TO|DISAGREES_WITH|REFINES|SUPPORTS]->(:Claim)
WHERE r.fromLocution = l.id
DELETE r;
UNWIND $rows AS row
MATCH (:Comment {id: row.commentId})-[:HAS]->(l:Locution)-[:STATES]->(:Claim)<-[r:RESPONDS_TO|DISAGREES_WITH|REFINES|SUPPORTS]-(:Claim)
WHERE r.toLocution = l.id
DELETE r;
UNWIND $rows AS row
MATCH (:Comment {id: row.commentId})-[m:MENTIONS]->(:Concept)
DELETE m;
UNWIND $rows AS row
MATCH (c:Comment {id: row.commentId}) SET c.terms = null, c.termLayers = null;
// The claims are remembered on the comment while the locutions go.
UNWIND $rows AS row
MATCH (c:Comment {id: row.commentId})-[:HAS]->(:Locution)-[:STATES]->(k:Claim)
WITH c, collect(DISTINCT k.id) AS claimIds
SET c.formerClaims = claimIds;
UNWIND $rows AS row
MATCH (:Comment {id: row.commentId})-[:HAS]->(l:Locution)
WITH DISTINCT l
DETACH DELETE l;
UNWIND $rows AS row
MATCH (c:Comment {id: row.commentId})
UNWIND c.formerClaims AS claimId
MATCH (k:Claim {id: claimId})
WHERE NOT EXISTS { MATCH (k)<-[:STATES]-(:Locution) }
WITH DISTINCT k
DETACH DELETE k;
UNWIND $rows AS row
MATCH (c:Comment {id: row.commentId}) SET c.formerClaims = null;

// Saves locutions with who said them and the claim that they state. Where the claim is another than before, the
// relations that end on the locution move along.
// parameters: $rows, a list of {id, commentId, speaker, claimId, properties}
// rows: missing, an end that is not stored; any such row fails the change
UNWIND $rows AS row
WITH row WHERE row.commentId IS NOT NULL AND NOT EXISTS { MATCH (n:Comment {id: row.commentId}) }
RETURN DISTINCT 'comment ' + row.commentId AS missing ORDER BY missing LIMIT 5;
UNWIND $rows AS row
WITH row WHERE row.speaker IS NOT NULL AND NOT EXISTS { MATCH (n:Author {id: row.speaker}) }
RETURN DISTINCT 'author ' + row.speaker AS missing ORDER BY missing LIMIT 5;
UNWIND $rows AS row
WITH row WHERE row.claimId IS NOT NULL AND NOT EXISTS { MATCH (n:Claim {id: row.claimId}) }
RETURN DISTINCT 'claim ' + row.claimId AS missing ORDER BY missing LIMIT 5;
UNWIND $rows AS row
MATCH (l:Locution {id: row.id})-[:STATES]->(old:Claim)-[r:RESPONDS_TO]->(other:Claim)
WHERE old.id <> row.claimId AND r.fromLocution = row.id
MATCH (new:Claim {id: row.claimId})
CREATE (new)-[moved:RESPONDS_TO]->(other) SET moved = properties(r) DELETE r;
UNWIND $rows AS row
MATCH (l:Locution {id: row.id})-[:STATES]->(old:Claim)<-[r:RESPONDS_TO]-(other:Claim)
WHERE old.id <> row.claimId AND r.toLocution = row.id
MATCH (new:Claim {id: row.claimId})
CREATE (other)-[moved:RESPONDS_TO]->(new) SET moved = properties(r) DELETE r;
UNWIND $rows AS row
MATCH (l:Locution {id: row.id})-[:STATES]->(old:Claim)-[r:DISAGREES_WITH]->(other:Claim)
WHERE old.id <> row.claimId AND r.fromLocution = row.id
MATCH (new:Claim {id: row.claimId})
CREATE (new)-[moved:DISAGREES_WITH]->(other) SET moved = properties(r) DELETE r;
UNWIND $rows AS row
MATCH (l:Locution {id: row.id})-[:STATES]->(old:Claim)<-[r:DISAGREES_WITH]-(other:Claim)
WHERE old.id <> row.claimId AND r.toLocution = row.id
MATCH (new:Claim {id: row.claimId})
CREATE (other)-[moved:DISAGREES_WITH]->(new) SET moved = properties(r) DELETE r;
UNWIND $rows AS row
MATCH (l:Locution {id: row.id})-[:STATES]->(old:Claim)-[r:REFINES]->(other:Claim)
WHERE old.id <> row.claimId AND r.fromLocution = row.id
MATCH (new:Claim {id: row.claimId})
CREATE (new)-[moved:REFINES]->(other) SET moved = properties(r) DELETE r;
UNWIND $rows AS row
MATCH (l:Locution {id: row.id})-[:STATES]->(old:Claim)<-[r:REFINES]-(other:Claim)
WHERE old.id <> row.claimId AND r.toLocution = row.id
MATCH (new:Claim {id: row.claimId})
CREATE (other)-[moved:REFINES]->(new) SET moved = properties(r) DELETE r;
UNWIND $rows AS row
MATCH (l:Locution {id: row.id})-[:STATES]->(old:Claim)-[r:SUPPORTS]->(other:Claim)
WHERE old.id <> row.claimId AND r.fromLocution = row.id
MATCH (new:Claim {id: row.claimId})
CREATE (new)-[moved:SUPPORTS]->(other) SET moved = properties(r) DELETE r;
UNWIND $rows AS row
MATCH (l:Locution {id: row.id})-[:STATES]->(old:Claim)<-[r:SUPPORTS]-(other:Claim)
WHERE old.id <> row.claimId AND r.toLocution = row.id
MATCH (new:Claim {id: row.claimId})
CREATE (other)-[moved:SUPPORTS]->(new) SET moved = properties(r) DELETE r;
UNWIND $rows AS row
MATCH (l:Locution {id: row.id})-[s:STATES]->(k:Claim)
WHERE k.id <> row.claimId
DELETE s;
UNWIND $rows AS row
MATCH (l:Locution {id: row.id})<-[s:SAID]-(a:Author)
WHERE row.speaker IS NULL OR a.id <> row.speaker
DELETE s;
UNWIND $rows AS row
MATCH (c:Comment {id: row.commentId}) MATCH (k:Claim {id: row.claimId})
MERGE (l:Locution {id: row.id})
SET l += row.properties
MERGE (c)-[:HAS]->(l)
MERGE (l)-[:STATES]->(k);
UNWIND $rows AS row
MATCH (l:Locution {id: row.id})
WHERE row.speaker IS NOT NULL AND NOT EXISTS { MATCH (l)<-[:SAID]-(:Author) }
MATCH (a:Author {id: row.speaker})
CREATE (a)-[:SAID]->(l);

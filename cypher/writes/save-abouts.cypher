// Saves which concepts claims are about: those given and no others.
// parameters: $rows, a list of {claimId, conceptIds}
// rows: missing, an end that is not stored; any such row fails the change
UNWIND $rows AS row
WITH row WHERE row.claimId IS NOT NULL AND NOT EXISTS { MATCH (n:Claim {id: row.claimId}) }
RETURN DISTINCT 'claim ' + row.claimId AS missing ORDER BY missing LIMIT 5;
UNWIND $rows AS row
UNWIND row.conceptIds AS conceptId
WITH conceptId WHERE NOT EXISTS { MATCH (n:Concept {id: conceptId}) }
RETURN DISTINCT 'concept ' + conceptId AS missing ORDER BY missing LIMIT 5;
UNWIND $rows AS row
MATCH (k:Claim {id: row.claimId})-[a:ABOUT]->(c:Concept)
WHERE NOT c.id IN row.conceptIds
DELETE a;
UNWIND $rows AS row
UNWIND row.conceptIds AS conceptId
MATCH (k:Claim {id: row.claimId}) MATCH (c:Concept {id: conceptId})
MERGE (k)-[:ABOUT]->(c);

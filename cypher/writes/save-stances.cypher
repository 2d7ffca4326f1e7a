// Saves stances: who holds which toward a claim or a concept. Where a locution is the evidence, it shows the stance,
// so that the stance can be found when the locution goes.
// parameters: $rows, a list of {id, authorId, targetKind, targetId, evidence, properties}
// rows: missing, an end that is not stored; any such row fails the change
UNWIND $rows AS row
WITH row WHERE row.authorId IS NOT NULL AND NOT EXISTS { MATCH (n:Author {id: row.authorId}) }
RETURN DISTINCT 'author ' + row.authorId AS missing ORDER BY missing LIMIT 5;
UNWIND $rows AS row
WITH row WHERE row.targetKind = 'claim' AND NOT EXISTS { MATCH (n:Claim {id: row.targetId}) }
RETURN DISTINCT 'claim ' + row.targetId AS missing ORDER BY missing LIMIT 5;
UNWIND $rows AS row
WITH row WHERE row.targetKind = 'concept' AND NOT EXISTS { MATCH (n:Concept {id: row.targetId}) }
RETURN DISTINCT 'concept ' + row.targetId AS missing ORDER BY missing LIMIT 5;
// From the target's side: a person who holds much makes MERGE from theirs slow.
UNWIND $rows AS row
WITH row WHERE row.targetKind = 'claim'
MATCH (t:Claim {id: row.targetId})
WHERE NOT EXISTS { MATCH (t)<-[h:HOLDS]-(:Author) WHERE h.id = row.id }
MATCH (a:Author {id: row.authorId})
CREATE (a)-[:HOLDS {id: row.id}]->(t);
UNWIND $rows AS row
WITH row WHERE row.targetKind = 'claim'
MATCH (t:Claim {id: row.targetId})<-[h:HOLDS]-(:Author)
WHERE h.id = row.id
SET h += row.properties;
UNWIND $rows AS row
WITH row WHERE row.targetKind = 'claim' AND row.evidence IS NOT NULL
MATCH (l:Locution {id: row.evidence}) MATCH (t:Claim {id: row.targetId})
MERGE (l)-[:SHOWS]->(t);
// From the target's side: a person who holds much makes MERGE from theirs slow.
UNWIND $rows AS row
WITH row WHERE row.targetKind = 'concept'
MATCH (t:Concept {id: row.targetId})
WHERE NOT EXISTS { MATCH (t)<-[h:HOLDS]-(:Author) WHERE h.id = row.id }
MATCH (a:Author {id: row.authorId})
CREATE (a)-[:HOLDS {id: row.id}]->(t);
UNWIND $rows AS row
WITH row WHERE row.targetKind = 'concept'
MATCH (t:Concept {id: row.targetId})<-[h:HOLDS]-(:Author)
WHERE h.id = row.id
SET h += row.properties;
UNWIND $rows AS row
WITH row WHERE row.targetKind = 'concept' AND row.evidence IS NOT NULL
MATCH (l:Locution {id: row.evidence}) MATCH (t:Concept {id: row.targetId})
MERGE (l)-[:SHOWS]->(t);

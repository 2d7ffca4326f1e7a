// Saves relations, one relationship each, merged on its own id between the claims that its locutions state.
// parameters: $rows, a list of {id, type, fromLocution, toLocution, fromClaim, toClaim, properties}
// rows: missing, an end that is not stored; any such row fails the change
UNWIND $rows AS row
WITH row WHERE NOT EXISTS { MATCH (l:Locution {id: row.fromLocution})-[:STATES]->(k:Claim) WHERE k.id = row.fromClaim }
RETURN DISTINCT 'locution ' + row.fromLocution + ' that states claim ' + row.fromClaim AS missing ORDER BY missing LIMIT 5;
UNWIND $rows AS row
WITH row WHERE NOT EXISTS { MATCH (l:Locution {id: row.toLocution})-[:STATES]->(k:Claim) WHERE k.id = row.toClaim }
RETURN DISTINCT 'locution ' + row.toLocution + ' that states claim ' + row.toClaim AS missing ORDER BY missing LIMIT 5;
UNWIND $rows AS row
MATCH (a:Claim {id: row.fromClaim})-[r:RESPONDS_TO|DISAGREES_WITH|REFINES|SUPPORTS]->(b:Claim)
WHERE r.id = row.id AND (type(r) <> row.type OR b.id <> row.toClaim)
DELETE r;
UNWIND $rows AS row
WITH row WHERE row.type = 'RESPONDS_TO'
MATCH (a:Claim {id: row.fromClaim}) MATCH (b:Claim {id: row.toClaim})
MERGE (a)-[r:RESPONDS_TO {id: row.id}]->(b)
SET r += row.properties;
UNWIND $rows AS row
WITH row WHERE row.type = 'DISAGREES_WITH'
MATCH (a:Claim {id: row.fromClaim}) MATCH (b:Claim {id: row.toClaim})
MERGE (a)-[r:DISAGREES_WITH {id: row.id}]->(b)
SET r += row.properties;
UNWIND $rows AS row
WITH row WHERE row.type = 'REFINES'
MATCH (a:Claim {id: row.fromClaim}) MATCH (b:Claim {id: row.toClaim})
MERGE (a)-[r:REFINES {id: row.id}]->(b)
SET r += row.properties;
UNWIND $rows AS row
WITH row WHERE row.type = 'SUPPORTS'
MATCH (a:Claim {id: row.fromClaim}) MATCH (b:Claim {id: row.toClaim})
MERGE (a)-[r:SUPPORTS {id: row.id}]->(b)
SET r += row.properties;

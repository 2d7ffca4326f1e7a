// Saves concepts and which are more general. A more general one that is not saved yet stands by its id alone.
// parameters: $rows, a list of {id, broader, properties}
// rows: none
UNWIND $rows AS row
MERGE (n:Concept {id: row.id}) SET n += row.properties;
UNWIND $rows AS row
MATCH (k:Concept {id: row.id})-[b:BROADER]->(o:Concept)
WHERE NOT o.id IN row.broader
DELETE b;
UNWIND $rows AS row
UNWIND row.broader AS broaderId
MATCH (k:Concept {id: row.id})
MERGE (o:Concept {id: broaderId})
MERGE (k)-[:BROADER]->(o);

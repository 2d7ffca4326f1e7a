// Creates the concepts that are not stored, and which are more general. A more general one that is not saved yet stands
// by its id alone.
// parameters: $ids, those to look for; $concepts, a list of their properties; $broader, a list of {id, broaderId}
// rows: id, saved, stored ones and then how many rows were saved
UNWIND $ids AS id
MATCH (n:Concept {id: id})
RETURN n.id AS id;
UNWIND $concepts AS row
CREATE (n:Concept {
  id: row.id, prefLabel: row.prefLabel, salience: row.salience, altLabels: row.altLabels, labels: row.labels,
  searchText: row.searchText
})
RETURN count(*) AS saved;
UNWIND $broader AS row
MERGE (o:Concept {id: row.broaderId})
RETURN count(*) AS saved;
UNWIND $broader AS row
MATCH (k:Concept {id: row.id}) MATCH (o:Concept {id: row.broaderId})
CREATE (k)-[:BROADER]->(o)
RETURN count(*) AS saved;

// Takes away comments with their texts. Their locutions and quotes are gone by then.
// parameters: $rows, a list of {id}
// rows: none
UNWIND $rows AS row
MATCH (:Comment {id: row.id})-[:HAS_VERSION]->(v:Version)
WITH DISTINCT v
DETACH DELETE v;
UNWIND $rows AS row
MATCH (c:Comment {id: row.id})
WITH DISTINCT c
DETACH DELETE c;

// How many claims one person made.
// parameters: $id, of an author
// rows: claims
MATCH (:Author {id: $id})-[:SAID]->(:Locution)-[:STATES]->(c:Claim)
RETURN count(DISTINCT c) AS claims

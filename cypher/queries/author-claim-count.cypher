// How many claims a person, or several who are one, said.
// parameters: $ids, of authors
// rows: claims
UNWIND $ids AS authorId
MATCH (:Author {id: authorId})-[:SAID]->(:Locution)-[:STATES]->(c:Claim)
RETURN count(DISTINCT c) AS claims

// Comments with words in a relation that ends on words of one of these.
// parameters: $ids
// rows: id
UNWIND $ids AS id
MATCH (c:Comment {id: id})-[:HAS]->(l:Locution)-[:STATES]->(:Claim)<-[r:RESPONDS_TO|DISAGREES_WITH|REFINES|SUPPORTS]-(:Claim)
WHERE r.toLocution = l.id
MATCH (o:Locution {id: r.fromLocution})<-[:HAS]-(other:Comment)
RETURN DISTINCT other.id AS id ORDER BY id

// Saves which concepts claims are about, for claims of which nothing of the kind is stored.
// parameters: $ids, the claims to look at; $abouts, a list of {claimId, conceptId}
// rows: id, saved, claims that are about something and then how many rows found their ends
UNWIND $ids AS id
MATCH (k:Claim {id: id})-[:ABOUT]->(:Concept)
RETURN DISTINCT k.id AS id;
UNWIND $abouts AS row
MATCH (k:Claim {id: row.claimId}) MATCH (c:Concept {id: row.conceptId})
CREATE (k)-[:ABOUT]->(c)
RETURN count(*) AS saved;

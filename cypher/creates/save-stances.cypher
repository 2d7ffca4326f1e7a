// Creates the stances that are not stored. Where a locution is the evidence, it shows the stance, so that the stance can
// be found when the locution goes; one that is not stored shows nothing.
// Looks at claims and concepts. Stances are properties with {authorId, targetId}, what is shown is {evidence, targetId}.
// parameters: $ids, $toClaims, $claimsShown, $toConcepts, $conceptsShown
// rows: id, saved, stored stances on what is looked at and then how many rows found their ends
UNWIND $ids AS id
MATCH (:Claim {id: id})<-[h:HOLDS]-(:Author)
RETURN h.id AS id
UNION ALL
UNWIND $ids AS id
MATCH (:Concept {id: id})<-[h:HOLDS]-(:Author)
RETURN h.id AS id;
UNWIND $toClaims AS row
MATCH (t:Claim {id: row.targetId}) MATCH (a:Author {id: row.authorId})
CREATE (a)-[:HOLDS {
  id: row.id, stance: row.stance, method: row.method, evidence: row.evidence, extractor: row.extractor,
  createdAt: row.createdAt
}]->(t)
RETURN count(*) AS saved;
UNWIND $claimsShown AS row
MATCH (l:Locution {id: row.evidence}) MATCH (t:Claim {id: row.targetId})
MERGE (l)-[:SHOWS]->(t);
UNWIND $toConcepts AS row
MATCH (t:Concept {id: row.targetId}) MATCH (a:Author {id: row.authorId})
CREATE (a)-[:HOLDS {
  id: row.id, stance: row.stance, method: row.method, evidence: row.evidence, extractor: row.extractor,
  createdAt: row.createdAt
}]->(t)
RETURN count(*) AS saved;
UNWIND $conceptsShown AS row
MATCH (l:Locution {id: row.evidence}) MATCH (t:Concept {id: row.targetId})
MERGE (l)-[:SHOWS]->(t);

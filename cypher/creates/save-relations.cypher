// Creates the relations that are not stored, one relationship each between the claims that their locutions state.
// Each list holds properties with {fromClaim, toClaim}.
// parameters: $ids, the claims to look at; $respondsTo, $disagreesWith, $refines, $supports
// rows: id, saved, stored relations from these claims and then how many rows found their ends
UNWIND $ids AS id
MATCH (:Claim {id: id})-[r:RESPONDS_TO|DISAGREES_WITH|REFINES|SUPPORTS]->(:Claim)
RETURN r.id AS id;
UNWIND $respondsTo AS row
MATCH (f:Locution {id: row.fromLocution})-[:STATES]->(a:Claim) WHERE a.id = row.fromClaim
MATCH (t:Locution {id: row.toLocution})-[:STATES]->(b:Claim) WHERE b.id = row.toClaim
CREATE (a)-[:RESPONDS_TO {
  id: row.id, fromLocution: row.fromLocution, toLocution: row.toLocution, confidence: row.confidence,
  method: row.method, evidence: row.evidence, extractor: row.extractor, speaker: row.speaker,
  createdAt: row.createdAt, attack: row.attack, undercuts: row.undercuts
}]->(b)
RETURN count(*) AS saved;
UNWIND $disagreesWith AS row
MATCH (f:Locution {id: row.fromLocution})-[:STATES]->(a:Claim) WHERE a.id = row.fromClaim
MATCH (t:Locution {id: row.toLocution})-[:STATES]->(b:Claim) WHERE b.id = row.toClaim
CREATE (a)-[:DISAGREES_WITH {
  id: row.id, fromLocution: row.fromLocution, toLocution: row.toLocution, confidence: row.confidence,
  method: row.method, evidence: row.evidence, extractor: row.extractor, speaker: row.speaker,
  createdAt: row.createdAt, attack: row.attack, undercuts: row.undercuts
}]->(b)
RETURN count(*) AS saved;
UNWIND $refines AS row
MATCH (f:Locution {id: row.fromLocution})-[:STATES]->(a:Claim) WHERE a.id = row.fromClaim
MATCH (t:Locution {id: row.toLocution})-[:STATES]->(b:Claim) WHERE b.id = row.toClaim
CREATE (a)-[:REFINES {
  id: row.id, fromLocution: row.fromLocution, toLocution: row.toLocution, confidence: row.confidence,
  method: row.method, evidence: row.evidence, extractor: row.extractor, speaker: row.speaker,
  createdAt: row.createdAt, attack: row.attack, undercuts: row.undercuts
}]->(b)
RETURN count(*) AS saved;
UNWIND $supports AS row
MATCH (f:Locution {id: row.fromLocution})-[:STATES]->(a:Claim) WHERE a.id = row.fromClaim
MATCH (t:Locution {id: row.toLocution})-[:STATES]->(b:Claim) WHERE b.id = row.toClaim
CREATE (a)-[:SUPPORTS {
  id: row.id, fromLocution: row.fromLocution, toLocution: row.toLocution, confidence: row.confidence,
  method: row.method, evidence: row.evidence, extractor: row.extractor, speaker: row.speaker,
  createdAt: row.createdAt, attack: row.attack, undercuts: row.undercuts
}]->(b)
RETURN count(*) AS saved;

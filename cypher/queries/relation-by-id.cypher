// One relation.
// parameters: $id
// rows: id, type, attack, undercuts, fromLocution, toLocution, confidence, method, extractor, evidence, createdAt
MATCH (:Claim)-[r:DISAGREES_WITH|REFINES|RESPONDS_TO|SUPPORTS]->(:Claim)
WHERE r.id = $id
RETURN r.id AS id, type(r) AS type, r.attack AS attack, r.undercuts AS undercuts,
  r.fromLocution AS fromLocution, r.toLocution AS toLocution, r.confidence AS confidence, r.method AS method,
  r.extractor AS extractor, r.evidence AS evidence, r.createdAt AS createdAt
ORDER BY id

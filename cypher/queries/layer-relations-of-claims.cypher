// The relations of a view that start or end on some claims, each once.
// parameters: $ids, of claims; $others, the layers left out; $rejected, relations
// rows: id, type, attack, undercuts, fromLocution, toLocution, confidence, method, extractor, evidence, createdAt
UNWIND $ids AS claimId
MATCH (c:Claim {id: claimId})-[r:DISAGREES_WITH|REFINES|RESPONDS_TO|SUPPORTS]-()
WHERE NOT r.extractor IN $others AND NOT r.id IN $rejected
RETURN DISTINCT r.id AS id, type(r) AS type, r.attack AS attack, r.undercuts AS undercuts,
  r.fromLocution AS fromLocution, r.toLocution AS toLocution, r.confidence AS confidence, r.method AS method,
  r.extractor AS extractor, r.evidence AS evidence, r.createdAt AS createdAt
ORDER BY id

// The relations of two layers that start on some claims, by their ends and not by their claims.
// parameters: $a, $b, ids of layers; $ids, of claims
// rows: id, type, fromLocution, toLocution, confidence, extractor
UNWIND $ids AS claimId
MATCH (c:Claim {id: claimId})-[r:DISAGREES_WITH|REFINES|RESPONDS_TO|SUPPORTS]->(:Claim)
WHERE r.extractor = $a OR r.extractor = $b
RETURN r.id AS id, type(r) AS type, r.fromLocution AS fromLocution, r.toLocution AS toLocution,
  r.confidence AS confidence, r.extractor AS extractor
ORDER BY id

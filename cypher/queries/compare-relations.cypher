// The relations of two layers, by their ends and not by their claims.
// parameters: $a, $b, ids of layers; $after, an id; $limit
// rows: id, type, fromLocution, toLocution, confidence, extractor
MATCH (:Claim)-[r:DISAGREES_WITH|REFINES|RESPONDS_TO|SUPPORTS]->(:Claim)
WHERE r.id > $after AND (r.extractor = $a OR r.extractor = $b)
RETURN r.id AS id, type(r) AS type, r.fromLocution AS fromLocution, r.toLocution AS toLocution,
  r.confidence AS confidence, r.extractor AS extractor
ORDER BY id
LIMIT $limit

// The relations of two layers that start in a stretch of the order of import, by their ends and not by their claims.
// parameters: $a, $b, ids of layers; $from, $to, whole numbers
// rows: id, type, fromLocution, toLocution, confidence, extractor
UNWIND range($from, $to) AS seq
MATCH (:Comment {seq: seq})-[:HAS]->(l:Locution)-[:STATES]->(:Claim)-[r:DISAGREES_WITH|REFINES|RESPONDS_TO|SUPPORTS]->(:Claim)
WHERE r.fromLocution = l.id AND (r.extractor = $a OR r.extractor = $b)
RETURN r.id AS id, type(r) AS type, r.fromLocution AS fromLocution, r.toLocution AS toLocution,
  r.confidence AS confidence, r.extractor AS extractor
ORDER BY id

// One relation. Each kind is asked for by itself, since an index of Neo4j knows the relationships of one type.
// parameters: $id
// rows: id, type, attack, undercuts, fromLocution, toLocution, confidence, method, extractor, evidence, createdAt
MATCH ()-[r:DISAGREES_WITH {id: $id}]->()
RETURN r.id AS id, type(r) AS type, r.attack AS attack, r.undercuts AS undercuts,
  r.fromLocution AS fromLocution, r.toLocution AS toLocution, r.confidence AS confidence, r.method AS method,
  r.extractor AS extractor, r.evidence AS evidence, r.createdAt AS createdAt
ORDER BY id
UNION ALL
MATCH ()-[r:REFINES {id: $id}]->()
RETURN r.id AS id, type(r) AS type, r.attack AS attack, r.undercuts AS undercuts,
  r.fromLocution AS fromLocution, r.toLocution AS toLocution, r.confidence AS confidence, r.method AS method,
  r.extractor AS extractor, r.evidence AS evidence, r.createdAt AS createdAt
ORDER BY id
UNION ALL
MATCH ()-[r:RESPONDS_TO {id: $id}]->()
RETURN r.id AS id, type(r) AS type, r.attack AS attack, r.undercuts AS undercuts,
  r.fromLocution AS fromLocution, r.toLocution AS toLocution, r.confidence AS confidence, r.method AS method,
  r.extractor AS extractor, r.evidence AS evidence, r.createdAt AS createdAt
ORDER BY id
UNION ALL
MATCH ()-[r:SUPPORTS {id: $id}]->()
RETURN r.id AS id, type(r) AS type, r.attack AS attack, r.undercuts AS undercuts,
  r.fromLocution AS fromLocution, r.toLocution AS toLocution, r.confidence AS confidence, r.method AS method,
  r.extractor AS extractor, r.evidence AS evidence, r.createdAt AS createdAt
ORDER BY id

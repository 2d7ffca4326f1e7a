// Live comments in a stretch of the order of import, with what extracted them and which of two layers state words in them.
// parameters: $a, $b, ids of layers; $from, $to, whole numbers
// rows: id, fingerprints, isStatedByA, isStatedByB
UNWIND range($from, $to) AS seq
MATCH (m:Comment {seq: seq})
WHERE m.status = 'live'
RETURN m.id AS id, m.fingerprints AS fingerprints,
  EXISTS { MATCH (m)-[:HAS]->(l:Locution) WHERE $a IN l.extractors } AS isStatedByA,
  EXISTS { MATCH (m)-[:HAS]->(l:Locution) WHERE $b IN l.extractors } AS isStatedByB
ORDER BY id

// All words in a stretch of the order of import, with where they stand and which of two layers state them.
// parameters: $a, $b, ids of layers; $from, $to, whole numbers
// rows: id, claimId, commentId, version, startsAt, endsAt, isInA, isInB
UNWIND range($from, $to) AS seq
MATCH (m:Comment {seq: seq})-[:HAS]->(l:Locution)-[:STATES]->(c:Claim)
RETURN l.id AS id, c.id AS claimId, m.id AS commentId, l.version AS version, l.start AS startsAt, l.end AS endsAt,
  coalesce($a IN l.extractors, false) AS isInA, coalesce($b IN l.extractors, false) AS isInB
ORDER BY id

// The words that two layers state in a stretch of the order of import, with where they stand.
// parameters: $a, $b, ids of layers; $from, $to, whole numbers
// rows: id, claimId, commentId, version, startsAt, endsAt, isInA, isInB
UNWIND range($from, $to) AS seq
MATCH (m:Comment {seq: seq})-[:HAS]->(l:Locution)-[:STATES]->(c:Claim)
WHERE $a IN l.extractors OR $b IN l.extractors
RETURN l.id AS id, c.id AS claimId, m.id AS commentId, l.version AS version, l.start AS startsAt, l.end AS endsAt,
  $a IN l.extractors AS isInA, $b IN l.extractors AS isInB
ORDER BY id

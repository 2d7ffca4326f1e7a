// The words that two layers state, with where they stand.
// parameters: $a, $b, ids of layers; $after, an id; $limit
// rows: id, claimId, commentId, version, startsAt, endsAt, isInA, isInB
MATCH (m:Comment)-[:HAS]->(l:Locution)-[:STATES]->(c:Claim)
WHERE l.id > $after AND ($a IN l.extractors OR $b IN l.extractors)
RETURN l.id AS id, c.id AS claimId, m.id AS commentId, l.version AS version, l.start AS startsAt, l.end AS endsAt,
  $a IN l.extractors AS isInA, $b IN l.extractors AS isInB
ORDER BY id
LIMIT $limit

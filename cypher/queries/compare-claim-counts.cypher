// How many claims one layer states, another, and both.
// parameters: $a, $b, ids of layers
// rows: one: onlyA, onlyB, both
MATCH (c:Claim)
WITH COUNT { MATCH (c)<-[:STATES]-(l:Locution) WHERE $a IN l.extractors } AS ofA,
  COUNT { MATCH (c)<-[:STATES]-(l:Locution) WHERE $b IN l.extractors } AS ofB
RETURN coalesce(sum(CASE WHEN ofA > 0 AND ofB = 0 THEN 1 ELSE 0 END), 0) AS onlyA,
  coalesce(sum(CASE WHEN ofA = 0 AND ofB > 0 THEN 1 ELSE 0 END), 0) AS onlyB,
  coalesce(sum(CASE WHEN ofA > 0 AND ofB > 0 THEN 1 ELSE 0 END), 0) AS both
ORDER BY both

// What people said of claims and relations: accepted, rejected or changed.
// parameters: none
// rows: id, by, at, action, targetKind, targetId, value
MATCH (n:Correction)
WHERE n.targetKind = 'claim' OR n.targetKind = 'relation'
RETURN n.id AS id, n.by AS by, n.at AS at, n.action AS action, n.targetKind AS targetKind, n.targetId AS targetId,
  n.value AS value
ORDER BY id

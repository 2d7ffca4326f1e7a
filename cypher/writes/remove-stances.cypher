// Takes away stances, each from what it is toward.
// parameters: $rows, a list of {id, targetKind, targetId}
// rows: none
UNWIND $rows AS row
WITH row WHERE row.targetKind = 'claim'
MATCH (:Claim {id: row.targetId})<-[h:HOLDS]-(:Author)
WHERE h.id = row.id
DELETE h;
UNWIND $rows AS row
WITH row WHERE row.targetKind = 'concept'
MATCH (:Concept {id: row.targetId})<-[h:HOLDS]-(:Author)
WHERE h.id = row.id
DELETE h;

// Live comments in a stretch of the order of import that something else extracted, or nothing.
// parameters: $from, $to, $fingerprint
// rows: id, seq, parentId
UNWIND range($from, $to) AS seq
MATCH (c:Comment {seq: seq})
WHERE c.status = 'live' AND (c.fingerprints IS NULL OR NOT $fingerprint IN c.fingerprints)
RETURN c.id AS id, c.seq AS seq, c.parentId AS parentId ORDER BY seq, id

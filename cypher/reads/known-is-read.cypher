// One row if any comment has the fingerprint, else none.
// parameters: $fingerprint
// rows: isRead
MATCH (c:Comment) WHERE $fingerprint IN c.fingerprints
RETURN true AS isRead LIMIT 1

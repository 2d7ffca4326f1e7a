// One comment with a fingerprint, if there is any.
// parameters: $fingerprint
// rows: id
MATCH (c:Comment) WHERE $fingerprint IN c.fingerprints
RETURN c.id AS id LIMIT 1
